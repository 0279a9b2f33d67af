//! What a type takes from YAML: its keys, and what stands under each.
//!
//! Asked of the type's own `Deserialize`, so that what is said of it cannot fall behind the type.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// What a type takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A text; of a number, the digits as written.
    Text,
    /// A whole number that is not negative.
    Number,
    /// `true` or `false`.
    Truth,
    /// Nothing, or what is inside.
    Optional(Box<Shape>),
    /// A list of what is inside.
    List(Box<Shape>),
    /// Keys that the writer chooses, and a text under each.
    Pairs,
    /// Keys that the type names.
    Keys {
        /// The type's name.
        name: &'static str,
        /// Each key, and what stands under it.
        fields: Vec<(&'static str, Shape)>,
    },
}

impl Shape {
    /// What `T` takes.
    pub fn of<T: DeserializeOwned>() -> Self {
        let mut shape = Shape::Text;
        // A field that refuses an empty text ends the questions early; the answers so far still help.
        let _ = T::deserialize(Asking(&mut shape));
        shape
    }

    /// Every key in it, for "did you mean".
    pub(super) fn keys(&self) -> Vec<&'static str> {
        match self {
            Shape::Optional(inner) | Shape::List(inner) => inner.keys(),
            Shape::Keys { fields, .. } => {
                fields.iter().flat_map(|(key, shape)| [vec![*key], shape.keys()].concat()).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Answers every question with something empty and notes what it is asked for.
struct Asking<'a>(&'a mut Shape);

impl<'de> Deserializer<'de> for Asking<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str("")
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        *self.0 = Shape::Truth;
        visitor.visit_bool(false)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        *self.0 = Shape::Number;
        visitor.visit_u32(0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut inner = Shape::Text;
        let value = visitor.visit_some(Asking(&mut inner));
        *self.0 = Shape::Optional(Box::new(inner));
        value
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        *self.0 = Shape::Pairs;
        visitor.visit_unit()
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut inner = Shape::Text;
        let value = visitor.visit_seq(One(Some(&mut inner)));
        *self.0 = Shape::List(Box::new(inner));
        value
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut fields: Vec<(&str, Shape)> = keys.iter().map(|key| (*key, Shape::Text)).collect();
        let value = visitor.visit_map(Each { fields: fields.iter_mut(), shape: None });
        *self.0 = Shape::Keys { name, fields };
        value
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple tuple_struct enum identifier ignored_any
    }
}

struct One<'a>(Option<&'a mut Shape>);

impl<'de> SeqAccess<'de> for One<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.0.take().map(|shape| seed.deserialize(Asking(shape))).transpose()
    }
}

struct Each<'a> {
    fields: std::slice::IterMut<'a, (&'static str, Shape)>,
    /// Where the shape of the field goes that was named last.
    shape: Option<&'a mut Shape>,
}

impl<'de> MapAccess<'de> for Each<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let Some((key, shape)) = self.fields.next() else { return Ok(None) };
        self.shape = Some(shape);
        let key: StrDeserializer<'_, Error> = (*key).into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let mut unnamed = Shape::Text;
        seed.deserialize(Asking(self.shape.take().unwrap_or(&mut unnamed)))
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;
    use crate::read::front_matter::{PlanFields, SectionFields};

    fn under(path: &[&str], shape: Shape) -> Option<Shape> {
        let Some((key, rest)) = path.split_first() else { return Some(shape) };
        match shape {
            Shape::Optional(inner) | Shape::List(inner) => under(path, *inner),
            Shape::Keys { fields, .. } => {
                fields.into_iter().find(|(own, _)| own == key).and_then(|(_, shape)| under(rest, shape))
            }
            _ => None,
        }
    }

    #[test]
    fn a_type_tells_its_keys_and_what_each_takes_however_deep() {
        let section = Shape::of::<SectionFields>();
        let optional = || Shape::Optional(Box::new(Shape::Text));
        assert_eq!(under(&["draft"], section.clone()), Some(Shape::Truth));
        assert_eq!(under(&["kpi", "target"], section.clone()), Some(optional()));
        assert_eq!(under(&["kgi", "benchmark", "actuals"], section.clone()), Some(Shape::Pairs));
        assert_eq!(under(&["kgi", "targt"], section.clone()), None);
        assert!(section.keys().contains(&"survey_size"));
        let plan = Shape::of::<PlanFields>();
        assert_eq!(under(&["languages"], plan.clone()), Some(Shape::List(Box::new(Shape::Text))));
        assert_eq!(under(&["licence"], plan), Some(optional()));
    }
}
