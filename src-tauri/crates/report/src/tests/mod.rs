//! Tests of the whole way from data to pages.
