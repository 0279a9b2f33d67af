"""Holds the data of a built site to the standards that it names, by validators of others.

    python tests/validators/check.py SITE

SITE is built without an address of its own: a file that is named on the web cannot be looked for here.
Each check must pass on the site, and must fail on a copy of it in which somebody broke a figure: a
validator that accepts anything says nothing.
"""

import contextlib
import io
import re
import shutil
import sys
import tempfile
from pathlib import Path

import rdflib
import xmlschema
from csvw import CSVW
from frictionless import validate

RULES = Path(__file__).with_name("stratml.xsd")
SCHEMA_ORG = rdflib.Namespace("https://schema.org/")


def data_package(data):
    """frictionless: types, keys, sizes and allowed words of both tables."""
    report = validate(str(data / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])


def csv_on_the_web(data):
    """csvw: names, types and keys, by the description beside each table."""
    descriptions = sorted(data.glob("*.csv-metadata.json"))
    assert len(descriptions) == 2, descriptions
    for description in descriptions:
        told = io.StringIO()
        with contextlib.redirect_stderr(told):
            table = CSVW(str(description), validate=True)
            assert table.is_valid, f"{description.name}: {told.getvalue()} {[str(w.message) for w in table.warnings]}"


def stratml(data):
    """xmlschema: the order and content of the elements of the plan."""
    xmlschema.XMLSchema(str(RULES)).validate(str(data / "plan.stratml.xml"))


def linked_data(data):
    """rdflib: a data set whose files are there, named in every language; nothing is looked up."""
    path = data / "plan.jsonld"
    graph = rdflib.Graph().parse(path, format="json-ld", publicID=path.as_uri())
    (data_set,) = graph.subjects(rdflib.RDF.type, SCHEMA_ORG.Dataset)
    languages = {str(language).lower() for language in graph.objects(data_set, SCHEMA_ORG.inLanguage)}
    named = {name.language.lower() for name in graph.objects(data_set, SCHEMA_ORG.name)}
    assert named == languages, (named, languages)
    addresses = [address for _, address in graph.subject_objects(SCHEMA_ORG.contentUrl)]
    assert addresses, "no file is named"
    folder = data.as_uri() + "/"
    missing = [address for address in addresses if not (data / address.removeprefix(folder)).exists()]
    assert not missing, missing


def in_file(name, pattern, instead):
    """Breaks the first place of a file that `pattern` finds."""

    def edit(data):
        path = data / name
        text = path.read_bytes().decode()
        broken, count = re.subn(pattern, instead, text, count=1)
        assert count == 1, f"{name} has no {pattern}"
        path.write_bytes(broken.encode())

    return edit


# As long as what was there, so that no validator finds it by the size of the file.
LETTER_IN_FIGURE = in_file("observations.csv", r",([\d.]*)\d,([^,]*),,number,", r",\1x,\2,,number,")
UNKNOWN_INDICATOR = in_file("observations.csv", r"\n[^,]([^,]*),", r"\n_\1,")

CHECKS = [
    (data_package, LETTER_IN_FIGURE),
    (data_package, UNKNOWN_INDICATOR),
    (csv_on_the_web, LETTER_IN_FIGURE),
    (csv_on_the_web, in_file("indicators.csv", r",number,", ",unheard-of,")),
    (stratml, in_file("plan.stratml.xml", r"<NumberOfUnits>(\d)", r"<NumberOfUnits>\1%")),
    (stratml, in_file("plan.stratml.xml", r"<UnitOfMeasurement>[^<]*</UnitOfMeasurement>", "")),
    (linked_data, in_file("plan.jsonld", r"observations\.csv", "gone.csv")),
]


def refuses(check, edit, data):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve() / "data"
        shutil.copytree(data, copy)
        edit(copy)
        try:
            check(copy)
        except Exception:  # Each validator has its own way of saying no.
            return
        raise AssertionError("a broken copy was accepted")


def main(site):
    data = (Path(site) / "data").resolve()
    cases = [(check.__name__, lambda check=check: check(data)) for check in dict.fromkeys(c for c, _ in CHECKS)]
    cases += [
        (f"{check.__name__} refuses break {number}", lambda check=check, edit=edit: refuses(check, edit, data))
        for number, (check, edit) in enumerate(CHECKS, 1)
    ]
    failed = 0
    for name, case in cases:
        try:
            case()
            print(f"ok      {name}")
        except Exception as problem:
            failed += 1
            print(f"FAILED  {name}: {problem}")
    print(f"validators: {len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
