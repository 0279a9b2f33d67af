//! What the invented plans are put together from: nouns and sentences in Japanese, Portuguese and English.

/// A sentence in the three languages, with places for two nouns and a number.
pub(super) type Sentence = [&'static str; 3];

pub(super) const NOUNS: [[&str; 3]; 32] = [
    ["公園", "parques", "parks"],
    ["図書館", "bibliotecas", "libraries"],
    ["道路", "ruas", "roads"],
    ["学校", "escolas", "schools"],
    ["保育", "creches", "childcare"],
    ["介護", "cuidados", "nursing care"],
    ["防災", "prevenção de desastres", "disaster preparedness"],
    ["消防", "bombeiros", "fire services"],
    ["水道", "água encanada", "water supply"],
    ["下水道", "esgoto", "sewerage"],
    ["農業", "agricultura", "farming"],
    ["商業", "comércio", "commerce"],
    ["観光", "turismo", "tourism"],
    ["文化", "cultura", "culture"],
    ["運動", "esporte", "sport"],
    ["健康", "saúde", "health"],
    ["医療", "assistência médica", "medical care"],
    ["環境", "meio ambiente", "the environment"],
    ["緑化", "arborização", "greenery"],
    ["住宅", "moradia", "housing"],
    ["交通", "transporte", "transport"],
    ["駅前", "entorno da estação", "the station area"],
    ["広報", "comunicação", "public relations"],
    ["窓口", "atendimento", "service counters"],
    ["職員", "servidores", "staff"],
    ["財政", "finanças", "finances"],
    ["国際交流", "intercâmbio internacional", "international exchange"],
    ["多言語対応", "atendimento multilíngue", "multilingual services"],
    ["子育て", "criação dos filhos", "child-rearing"],
    ["青少年", "juventude", "young people"],
    ["高齢者", "idosos", "older residents"],
    ["地域活動", "atividades comunitárias", "community activities"],
];

pub(super) const SENTENCES: [Sentence; 12] = [
    [
        "町では、{a}と{b}について町民の声を聞きながら、{n}件の取り組みを進めています。",
        "A cidade conduz {n} iniciativas sobre {a} e {b}, ouvindo a opinião dos moradores.",
        "The town is carrying out {n} initiatives on {a} and {b} while listening to its residents.",
    ],
    [
        "一方で、{a}を支える人が減り、{b}の負担が大きくなっています。",
        "Por outro lado, há menos pessoas que sustentam {a}, e a carga sobre {b} aumenta.",
        "At the same time fewer people support {a}, and the burden on {b} is growing.",
    ],
    [
        "そのため、{a}に関する計画を見直し、{b}との連携を強めることが求められます。",
        "Por isso, é preciso rever o plano de {a} e reforçar a cooperação com {b}.",
        "The plan for {a} therefore has to be revised, and cooperation with {b} strengthened.",
    ],
    [
        "前年度の調査では、{n}人が{a}の充実を望み、{b}への関心も高まっていました。",
        "Na pesquisa do ano anterior, {n} pessoas desejavam a melhoria de {a}, e o interesse por {b} também crescia.",
        "In the survey of the year before, {n} people wished for better {a}, and interest in {b} was growing as well.",
    ],
    [
        "今後も{a}を大切にしながら、{b}の新しい形を町民とともに考えていきます。",
        "A cidade seguirá valorizando {a} e pensará, com os moradores, em novas formas de {b}.",
        "The town will go on valuing {a} and think about new forms of {b} together with its residents.",
    ],
    [
        "{a}の情報を分かりやすく伝え、{b}に参加しやすい環境を整えます。",
        "A cidade divulgará com clareza as informações sobre {a} e facilitará a participação em {b}.",
        "Information on {a} will be easy to understand, and taking part in {b} will be made easier.",
    ],
    [
        "老朽化した{a}の施設は{n}か所あり、{b}の予算の範囲で順に改修します。",
        "Há {n} instalações antigas de {a}, que serão reformadas aos poucos dentro do orçamento de {b}.",
        "There are {n} ageing facilities for {a}; they will be renewed one after another within the budget for {b}.",
    ],
    [
        "近隣の市町と協力し、{a}と{b}を広い範囲で支える仕組みを検討します。",
        "Em cooperação com as cidades vizinhas, será estudado um sistema que apoie {a} e {b} em toda a região.",
        "Together with neighbouring towns, a system that supports {a} and {b} across the region will be studied.",
    ],
    [
        "{a}の担い手を育てる講座を開き、{b}の現場で経験を積む機会を増やします。",
        "Serão oferecidos cursos para formar quem atue em {a}, com mais oportunidades de prática em {b}.",
        "Courses will train people for {a}, with more chances to gain experience in {b}.",
    ],
    [
        "相談は年間{n}件に上り、{a}と{b}の両方に関わる内容が多くなっています。",
        "As consultas chegam a {n} por ano, e muitas dizem respeito tanto a {a} quanto a {b}.",
        "There are {n} consultations a year, and many concern both {a} and {b}.",
    ],
    [
        "費用と効果を確かめながら、{a}を段階的に進め、{b}にも役立てます。",
        "Verificando custos e resultados, {a} avançará por etapas e servirá também a {b}.",
        "With an eye on cost and effect, {a} will advance step by step and serve {b} as well.",
    ],
    [
        "誰もが{a}を利用できるように、{b}の手続きをやさしい言葉で案内します。",
        "Para que todos possam usar {a}, os procedimentos de {b} serão explicados em linguagem simples.",
        "So that everybody can use {a}, procedures for {b} will be explained in plain words.",
    ],
];
