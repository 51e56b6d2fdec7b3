//! The key that this laptop's person signs documents with: made when it is first needed, kept in the store.

use serde::Serialize;
use ts_rs::TS;
use workbench_domain::signer::{Signer, fingerprint};
use workbench_store::signing_key;
use workbench_vault::SigningKey;

use crate::{App, document::Document, failure::Failure, nothing::Nothing};

/// The key of this laptop's person, as they would read it out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SigningKeyShown {
    /// Their name, as it stands in what they sign; empty until it was given.
    pub name: String,
    /// The key's fingerprint, eight groups of four signs; none until a first document was signed.
    pub fingerprint: Option<String>,
}

/// A document as it names who signs it, with that one's key; without one where who reads it may not know who made it.
///
/// # Errors
/// `invalid` where somebody typed the time and it is not about people who are made up alone: a signature would vouch for it.
pub(crate) async fn prepared(app: &App, document: Document) -> Result<(Option<SigningKey>, Document), Failure> {
    if !document.may_be_signed() {
        return Ok((None, document));
    }
    if app.deps().clock.is_typed() && !document.is_made_up() {
        return Err(Failure::invalid(
            "This would be signed as of a time that is not the real one. Leave out --now: with it only documents about people \
             who are made up are signed.",
        ));
    }
    let (key, signer) = key(app).await?;
    Ok((Some(key), document.signed_by(signer)))
}

/// The key of this laptop's person, and how a document names it. A first one is made.
async fn key(app: &App) -> Result<(SigningKey, Signer), Failure> {
    let owner = app.owner().await?;
    let (fresh, now) = (SigningKey::make(&|bytes: &mut [u8]| app.deps().chance.fill(bytes))?, app.now());
    let key = app
        .store()
        .write(move |w| {
            if let Some(kept) = signing_key::get(w, &owner.id)? {
                return Ok::<_, Failure>((SigningKey::of(&kept), owner));
            }
            signing_key::add(w, &owner.id, &fresh.seed(), now)?;
            Ok((fresh, owner))
        })
        .await;
    let (key, owner) = key?;
    let signer = Signer::new(&owner.name, &key.public());
    Ok((key, signer))
}

/// The name of this laptop's person, and their public key; none where none was made yet.
async fn kept(app: &App) -> Result<(String, Option<[u8; 32]>), Failure> {
    let owner = app.owner().await?;
    let (id, name) = (owner.id, owner.name);
    let seed = app.store().read(move |r| Ok::<_, Failure>(signing_key::get(r, &id)?)).await?;
    Ok((name, seed.map(|seed| SigningKey::of(&seed).public())))
}

/// A document as it would name its signer, to be looked at before it is signed: where no key was made yet, zeros stand for it.
pub(crate) async fn looked_at(app: &App, document: Document) -> Result<Document, Failure> {
    if !document.may_be_signed() {
        return Ok(document);
    }
    let (name, key) = kept(app).await?;
    Ok(document.signed_by(Signer::new(&name, &key.unwrap_or_default())))
}

/// The fingerprint of this laptop's person; none where there is no key yet.
pub(crate) async fn own(app: &App) -> Result<SigningKeyShown, Failure> {
    let (name, key) = kept(app).await?;
    Ok(SigningKeyShown { name, fingerprint: key.map(|key| fingerprint(&key)) })
}

pub(crate) async fn signing_key_get(app: &App, _: Nothing) -> Result<SigningKeyShown, Failure> {
    own(app).await
}
