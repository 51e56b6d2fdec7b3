//! The rules of the house, held by a test and not by habit. Each message says what to do.

mod files;
mod page;
mod walls;
