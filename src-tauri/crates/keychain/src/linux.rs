//! Secret Service, over the session's message bus.

use std::sync::Arc;

use keyring_core::{CredentialStore, Result};
use zbus::{
    blocking::{Connection, connection},
    zvariant::{OwnedObjectPath, OwnedValue},
};

use crate::Trouble;

const SERVICE: &str = "org.freedesktop.secrets";

/// The store to work with.
pub(crate) fn store() -> Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

/// Looks whether there is a default collection and whether it is open. Reading that shows nobody a question.
pub(crate) fn look() -> std::result::Result<(), Trouble> {
    let bus = connection::Builder::session()
        .map_err(|_| Trouble::Absent)?
        .method_timeout(crate::AT_ONCE)
        .build()
        .map_err(|_| Trouble::Absent)?;
    let default = default_collection(&bus).map_err(|_| Trouble::Absent)?;
    // "/" is the specification's word for none: the keychain was never set up.
    if default.as_str() == "/" {
        return Err(Trouble::Absent);
    }
    let locked = bus.call_method(
        Some(SERVICE),
        default.as_ref(),
        Some("org.freedesktop.DBus.Properties"),
        "Get",
        &("org.freedesktop.Secret.Collection", "Locked"),
    );
    let locked = locked.and_then(|answer| answer.body().deserialize::<OwnedValue>());
    match locked.map(bool::try_from) {
        Ok(Ok(false)) => Ok(()),
        Ok(Ok(true)) => Err(Trouble::Locked),
        _ => Err(Trouble::Absent),
    }
}

fn default_collection(bus: &Connection) -> zbus::Result<OwnedObjectPath> {
    bus.call_method(
        Some(SERVICE),
        "/org/freedesktop/secrets",
        Some("org.freedesktop.Secret.Service"),
        "ReadAlias",
        &("default"),
    )?
    .body()
    .deserialize()
}
