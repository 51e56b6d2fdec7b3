//! Whoever waits for a document: told how far it is, asked whether it is still wanted.

/// Watches a document being made. It is asked from the thread that makes it, often, and must answer at once.
pub trait Watch: Sync {
    /// It is being laid out, and so many of its pages are full: about, since what stays together moves later.
    fn laid_out(&self, pages: u32);
    /// So many of its pages are drawn, of so many. It is on its pages when this is first told.
    fn drawn(&self, pages: u32, of: u32);
    /// Whether nobody wants it any more.
    fn stopped(&self) -> bool;
}

/// Nobody watches.
pub struct Unwatched;

impl Watch for Unwatched {
    fn laid_out(&self, _: u32) {}

    fn drawn(&self, _: u32, _: u32) {}

    fn stopped(&self) -> bool {
        false
    }
}
