//! Columns, read by name, as the nouns have them.

use jiff::Timestamp;
use rusqlite::Row;
use workbench_domain::place::Place;

use crate::StoreError;

/// A time in milliseconds.
pub(crate) fn time(row: &Row<'_>, name: &str) -> Result<Timestamp, StoreError> {
    stamp(row.get(name)?)
}

/// A time in milliseconds, or none.
pub(crate) fn time_or_none(row: &Row<'_>, name: &str) -> Result<Option<Timestamp>, StoreError> {
    row.get::<_, Option<i64>>(name)?.map(stamp).transpose()
}

fn stamp(milliseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| StoreError::Bug("a stored time is out of range".to_owned()))
}

/// A word of a closed set.
pub(crate) fn word<T>(row: &Row<'_>, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    known(name, read(row.get_ref(name)?.as_str().map_err(rusqlite::Error::from)?))
}

/// A word of a closed set, or none.
pub(crate) fn word_or_none<T>(
    row: &Row<'_>,
    name: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, StoreError> {
    let text: Option<String> = row.get(name)?;
    text.map(|text| known(name, read(&text))).transpose()
}

fn known<T>(name: &str, value: Option<T>) -> Result<T, StoreError> {
    value.ok_or_else(|| StoreError::Bug(format!("a stored {name} is not a word that this version knows")))
}

/// A document in JSON.
pub(crate) fn doc<T: serde::de::DeserializeOwned>(row: &Row<'_>, name: &str) -> Result<T, StoreError> {
    let text = row.get_ref(name)?.as_str().map_err(rusqlite::Error::from)?;
    Ok(serde_json::from_str(text)?)
}

/// An id, from its text.
pub(crate) fn id<T: From<String>>(row: &Row<'_>, name: &str) -> Result<T, StoreError> {
    Ok(T::from(row.get(name)?))
}

/// An id, from its text, or none.
pub(crate) fn id_or_none<T: From<String>>(row: &Row<'_>, name: &str) -> Result<Option<T>, StoreError> {
    Ok(row.get::<_, Option<String>>(name)?.map(T::from))
}

/// A place, from its text.
pub(crate) fn place(row: &Row<'_>, name: &str) -> Result<Place, StoreError> {
    Ok(Place::from_code(row.get_ref(name)?.as_str().map_err(rusqlite::Error::from)?))
}
