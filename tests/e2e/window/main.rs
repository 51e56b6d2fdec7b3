//! The real window.
fn main(){}
