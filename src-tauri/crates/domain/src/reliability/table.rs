//! Ratings as a table: a row a unit, a column a rater, cells that may be missing.

/// Ratings: a row a unit, a column a rater. Missing is missing, never zero. A rater without any value is no rater; a unit
/// without any value is a unit that nobody rated.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    rows: Vec<Vec<Option<f64>>>,
    raters: usize,
    named: bool,
}

impl Table {
    /// A table of numbers, which must be finite. A short row is one whose last cells are missing.
    #[must_use]
    pub fn of_numbers(rows: Vec<Vec<Option<f64>>>) -> Self {
        Self::new(rows, false)
    }

    /// A table of names of categories, each as a number that stands for it and means nothing else.
    #[must_use]
    pub fn of_names(rows: Vec<Vec<Option<f64>>>) -> Self {
        Self::new(rows, true)
    }

    fn new(mut rows: Vec<Vec<Option<f64>>>, named: bool) -> Self {
        let wide = rows.iter().map(Vec::len).max().unwrap_or(0);
        let rated: Vec<bool> =
            (0..wide).map(|column| rows.iter().any(|row| row.get(column).is_some_and(Option::is_some))).collect();
        for row in &mut rows {
            row.resize(wide, None);
            let mut kept = rated.iter();
            row.retain(|_| kept.next().is_some_and(|kept| *kept));
            for cell in row.iter_mut().flatten() {
                *cell += 0.0; // -0 is 0
            }
        }
        Self { raters: rated.iter().filter(|kept| **kept).count(), rows, named }
    }

    /// How many units, rated or not.
    #[must_use]
    pub fn units(&self) -> usize {
        self.rows.len()
    }

    /// How many raters gave at least one value.
    #[must_use]
    pub fn raters(&self) -> usize {
        self.raters
    }

    /// Whether the values are names, without order or distance.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.named
    }

    /// The cells, a row a unit, of the raters who gave a value.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Option<f64>>] {
        &self.rows
    }

    /// The values of each unit, whoever gave them.
    pub fn values(&self) -> impl Iterator<Item = Vec<f64>> {
        self.rows.iter().map(|row| row.iter().flatten().copied().collect())
    }

    /// The units that every rater rated.
    #[must_use]
    pub fn complete(&self) -> Vec<Vec<f64>> {
        self.values().filter(|values| values.len() == self.raters && self.raters > 0).collect()
    }
}
