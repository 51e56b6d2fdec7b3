//! Reads a table of labels. The build script lists with it what each file has, so that no document waits for it; tests read
//! tables of their own.

/// A text, or its forms by the names that CLDR has for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Read {
    One(String),
    Forms(Vec<(String, String)>),
}

/// Every text of a table with its key, `section.name`; the places of a list have their number behind it. What is wrong with
/// the table is said in words.
pub(crate) fn read(text: &str) -> Result<Vec<(String, Read)>, String> {
    let sections: toml::Table = toml::from_str(text).map_err(|cause| cause.to_string())?;
    let mut all = Vec::new();
    for (section, table) in sections {
        let toml::Value::Table(table) = table else { return Err(format!("{section} stands in no section")) };
        for (name, value) in table {
            take(format!("{section}.{name}"), value, &mut all)?;
        }
    }
    all.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(all)
}

fn take(key: String, value: toml::Value, all: &mut Vec<(String, Read)>) -> Result<(), String> {
    let text = match value {
        toml::Value::String(text) => Read::One(text),
        toml::Value::Array(list) => {
            return list.into_iter().zip(1..).try_for_each(|(one, place)| take(format!("{key}_{place}"), one, all));
        }
        toml::Value::Table(forms) => {
            let form = |(name, value)| match value {
                toml::Value::String(text) => Ok((name, text)),
                _ => Err(format!("{key}: the form {name} is no text")),
            };
            Read::Forms(forms.into_iter().map(form).collect::<Result<_, String>>()?)
        }
        _ => return Err(format!("{key} is no text")),
    };
    all.push((key, text));
    Ok(())
}
