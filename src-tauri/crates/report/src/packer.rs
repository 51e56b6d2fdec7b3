//! Packs streams, so that each is held in full only as long as it is made.

use crate::ReportError;
use flate2::{Compress, Compression, FlushCompress, Status};

/// Packs one stream after another. Making a packer costs as much as packing a page: one goes round, from its first state again
/// each time.
pub(crate) struct Packer(Compress);

impl Packer {
    /// For pages and all that is small.
    pub(crate) fn usual() -> Self {
        Self::of_level(4)
    }

    /// For what is one long stream of words.
    pub(crate) fn of_words() -> Self {
        Self::of_level(5)
    }

    fn of_level(level: u32) -> Self {
        Self(Compress::new(Compression::new(level), true))
    }

    /// The content of a stream packed, where that makes it smaller. Half the smallest size's work: the writer's own way looks for
    /// the last byte.
    pub(crate) fn pack(&mut self, content: &[u8]) -> Result<Option<Vec<u8>>, ReportError> {
        /// What the words cost that say that it is packed.
        const WORDS: usize = 19;
        self.0.reset();
        let mut packed = Vec::with_capacity(content.len() / 4 + 64);
        loop {
            let read = usize::try_from(self.0.total_in()).map_err(|_| ReportError::Written)?;
            let rest = content.get(read..).ok_or(ReportError::Written)?;
            match self.0.compress_vec(rest, &mut packed, FlushCompress::Finish) {
                Ok(Status::StreamEnd) => break,
                Ok(Status::Ok | Status::BufError) => packed.reserve(content.len() / 8 + 64),
                Err(_) => return Err(ReportError::Written),
            }
        }
        packed.shrink_to_fit();
        Ok((packed.len() + WORDS < content.len()).then_some(packed))
    }
}
