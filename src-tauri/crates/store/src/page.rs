//! Long lists, a page at a time: from the row that was added last to the first one.

/// Which page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// Only rows that were added before this one; [`Page::next`] of the page before. None for the first page.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// Its rows.
    pub rows: Vec<T>,
    /// Where the next page begins; none after the last one.
    pub next: Option<i64>,
}

impl Ask {
    /// The number of rows that a statement is asked for: one more than wanted tells whether there is a next page.
    pub(crate) fn one_more(self) -> i64 {
        i64::from(self.limit) + 1
    }

    /// The bound of a statement.
    pub(crate) fn below(self) -> i64 {
        self.before.unwrap_or(i64::MAX)
    }

    /// The page of what a statement found, each row with its number.
    pub(crate) fn page<T>(self, mut found: Vec<(i64, T)>) -> Page<T> {
        let wanted = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let mut next = None;
        if found.len() > wanted {
            // What was added first of them is the one too many, wherever the order of the page puts it.
            let first = found.iter().enumerate().min_by_key(|(_, (row, _))| *row).map(|(at, _)| at);
            first.map(|at| found.remove(at));
            next = found.iter().map(|(row, _)| *row).min();
        }
        Page { rows: found.into_iter().map(|(_, row)| row).collect(), next }
    }
}
