//! Damage inside the file: found when the page is read, never taken for content.

use std::fs;

use workbench_store::{StoreError, setting};

use crate::support::{Home, KEY, value};

#[tokio::test]
async fn a_flipped_bit_is_found_when_its_page_is_read() {
    let home = Home::new();
    let store = home.store();
    let rows = 300;
    store
        .write(move |w| (0..rows).try_for_each(|n| setting::set(w, &format!("n{n}"), &"x".repeat(500))))
        .await
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    store.close().await.unwrap();
    let good = fs::read(home.path()).unwrap();

    let mut found = [0, 0];
    let pages = good.len() / 4096;
    for page in (0..pages).step_by(7) {
        let mut bad = good.clone();
        bad[page * 4096 + 1000] ^= 4;
        fs::write(home.path(), &bad).unwrap();
        let outcome = match home.open_with(KEY, false) {
            Ok(store) => {
                let read_all = store
                    .read(move |r| {
                        (0..rows).try_for_each(|n| match setting::get(r, &format!("n{n}"))? {
                            Some(text) if text == "x".repeat(500) => Ok(()),
                            other => Err(StoreError::Bug(format!("row {n} was read as {other:?}"))),
                        })
                    })
                    .await;
                let _ = store.close().await;
                read_all
            }
            Err(error) => Err(error),
        };
        match outcome {
            // A page that these readings do not need.
            Ok(()) => {}
            Err(StoreError::NotReadable) if page == 0 => found[0] += 1,
            Err(StoreError::Damaged) => found[1] += 1,
            Err(other) => panic!("page {page}: {other:?}"),
        }
    }
    assert!(found[0] == 1 && found[1] > 3, "{found:?} of {pages} pages");
    fs::write(home.path(), &good).unwrap();
    assert!(value(&home.store(), "n1").await.unwrap().is_some());
}
