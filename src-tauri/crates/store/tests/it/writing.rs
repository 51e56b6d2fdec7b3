//! The one writer and the readers.

use std::{
    sync::mpsc,
    time::{Duration, Instant},
};

use workbench_store::{StoreError, setting};

use crate::support::{Home, set, value};

/// An error of a use case, as the crate above has it.
#[derive(Debug, PartialEq)]
enum Failure {
    Rule,
    Store(StoreError),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_fails_or_panics_harms_only_itself() {
    let home = Home::new();
    let store = home.store();
    // The writer is held until all jobs wait, so that they share transactions.
    let (go, wait) = mpsc::channel::<()>();
    let held = {
        let store = store.clone();
        tokio::spawn(async move {
            store
                .write(move |_| {
                    let _ = wait.recv();
                    Ok::<_, StoreError>(())
                })
                .await
        })
    };
    let jobs: Vec<_> = (0..100_u32)
        .map(|n| {
            let store = store.clone();
            tokio::spawn(async move {
                store
                    .write(move |w| {
                        setting::set(w, &format!("n{n}"), "written")?;
                        match n {
                            40 => Err(Failure::Rule),
                            41 => panic!("job 41 panics"),
                            _ => Ok(n),
                        }
                    })
                    .await
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(50)).await;
    go.send(()).unwrap();
    held.await.unwrap().unwrap();
    for (n, job) in (0..).zip(jobs) {
        let expected = match n {
            40 => Err(Failure::Rule),
            41 => Err(Failure::Store(StoreError::Bug("job 41 panics".into()))),
            n => Ok(n),
        };
        assert_eq!(job.await.unwrap(), expected);
        let there = value(&store, &format!("n{n}")).await.unwrap().is_some();
        assert_eq!(there, n != 40 && n != 41, "job {n}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_writes_share_a_transaction() {
    let home = Home::new();
    let store = home.store();
    let count = 320_u32;
    let started = Instant::now();
    for n in 0..count {
        set(&store, "one", &n.to_string()).await.unwrap();
    }
    let alone = started.elapsed();
    let started = Instant::now();
    let jobs: Vec<_> = (0..count)
        .map(|n| {
            let store = store.clone();
            tokio::spawn(async move { set(&store, &format!("n{n}"), "x").await })
        })
        .collect();
    for job in jobs {
        job.await.unwrap().unwrap();
    }
    let together = started.elapsed();
    for n in 0..count {
        assert!(value(&store, &format!("n{n}")).await.unwrap().is_some(), "n{n}");
    }
    println!("{count} durable writes: {alone:?} one by one, {together:?} together");
}

#[tokio::test]
async fn a_write_is_done_even_if_nobody_waits() {
    let home = Home::new();
    let store = home.store();
    let impatient = tokio::time::timeout(
        Duration::from_millis(5),
        store.write(|w| {
            std::thread::sleep(Duration::from_millis(50));
            setting::set(w, "a", "one")
        }),
    );
    assert!(impatient.await.is_err());
    set(&store, "b", "after").await.unwrap();
    assert_eq!(value(&store, "a").await.unwrap().as_deref(), Some("one"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_is_one_moment() {
    let home = Home::new();
    let store = home.store();
    set(&store, "a", "one").await.unwrap();
    let (seen, first) = mpsc::channel();
    let (go, wait) = mpsc::channel::<()>();
    let reading = {
        let store = store.clone();
        tokio::spawn(async move {
            store
                .read(move |r| {
                    let before = setting::get(r, "a")?;
                    let _ = seen.send(());
                    let _ = wait.recv();
                    Ok::<_, StoreError>((before, setting::get(r, "a")?))
                })
                .await
        })
    };
    tokio::task::spawn_blocking(move || first.recv().unwrap()).await.unwrap();
    set(&store, "a", "two").await.unwrap();
    go.send(()).unwrap();
    let (before, after) = reading.await.unwrap().unwrap();
    assert_eq!(before.as_deref(), Some("one"));
    assert_eq!(after.as_deref(), Some("one"), "the write between is not seen");
    assert_eq!(value(&store, "a").await.unwrap().as_deref(), Some("two"));
}

#[tokio::test]
async fn a_reading_job_may_fail_or_panic_and_the_next_one_reads() {
    let home = Home::new();
    let store = home.store();
    for _ in 0..10 {
        assert_eq!(store.read(|_| Err::<(), _>(Failure::Rule)).await, Err(Failure::Rule));
        let panicked = store.read(|_| -> Result<(), StoreError> { panic!("while reading") }).await;
        assert_eq!(panicked, Err(StoreError::Bug("while reading".into())));
    }
    assert_eq!(value(&store, "a").await, Ok(None));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_does_what_is_waiting_first() {
    let home = Home::new();
    let store = home.store();
    let jobs: Vec<_> = (0..60)
        .map(|n| {
            let store = store.clone();
            tokio::spawn(async move { set(&store, &format!("n{n}"), "x").await })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(5)).await;
    store.close().await.unwrap();
    let again = home.open_with(crate::support::KEY, false).unwrap();
    for (n, job) in (0..).zip(jobs) {
        let answered = job.await.unwrap();
        let there = value(&again, &format!("n{n}")).await.unwrap().is_some();
        assert_eq!(there, answered.is_ok(), "job {n} was answered {answered:?}");
    }
}

#[tokio::test]
async fn a_second_program_is_told_that_the_store_is_busy() {
    let home = Home::new();
    let store = home.store();
    let other = home.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(set(&store, "a", "one").await, Err(StoreError::Busy));
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(set(&store, "a", "one").await, Ok(()));
}
