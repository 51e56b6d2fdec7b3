//! 0018: who waits, and people by name.

use super::{round::BEFORE, *};
use crate::{Ask, Read, Store, candidate};

fn found(r: &Read<'_>, text: &str) -> Result<Vec<String>, StoreError> {
    let search = candidate::Search { text: text.to_owned(), role: None };
    let page = candidate::page(r, &search, Ask { before: None, limit: 9 })?;
    Ok(page.rows.into_iter().map(|one| one.name).collect())
}

#[tokio::test]
async fn who_was_there_before_is_found_by_name_once_the_names_are_folded() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..17]).unwrap();
    let more = "INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at)
        VALUES ('d', 'me', 'Żółć Łęcka', 'p/role', 0, 6), ('e', 'me', '山田太郎', 'p/role', 0, 7);";
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(&format!("{BEFORE}{more}")).unwrap();

    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v17.db"]);
    let checked = store.write(|w| {
        let waits = candidate::waiting(w, 9)?.into_iter().map(|one| one.id.0).collect::<Vec<_>>();
        assert_eq!(waits, ["e", "d"], "Ana has an interview");
        assert_eq!(found(w, "zolc")?, Vec::<String>::new(), "not folded yet");
        assert_eq!(candidate::fold_names(w)?, 3);
        assert_eq!(candidate::fold_names(w)?, 0);
        for (text, who) in [("zolc", "Żółć Łęcka"), ("lec", "Żółć Łęcka"), ("太郎", "山田太郎"), ("a", "Ana")]
        {
            assert_eq!(found(w, text)?, [who], "{text}");
        }
        // Gone from the index with the row, and no word of it stays there.
        assert!(candidate::remove(w, &"d".into())?);
        assert_eq!(found(w, "zolc")?, Vec::<String>::new());
        Ok::<_, StoreError>(())
    });
    checked.await.unwrap();
    store.close().await.unwrap();
    let conn = conn::open(&home.path(), &home.key, false).unwrap();
    conn.execute_batch("INSERT INTO candidate_search (candidate_search, rank) VALUES ('integrity-check', 1)").unwrap();
    // What the index keeps of a word that nobody has any more.
    let words: i64 = conn
        .query_row("SELECT count(*) AS n FROM candidate_search_data WHERE instr(block, 'zolc') > 0", [], |row| {
            row.get("n")
        })
        .unwrap();
    assert_eq!(words, 0);
}
