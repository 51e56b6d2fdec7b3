//! The history of a place: what is remembered, in which order, and for how long.

use workbench_domain::{
    action::{ACTIONS_MAX, Action, ActionKind, Change, History},
    ids::InterviewId,
    place::Place,
};
use workbench_store::{StoreError, Write, action, candidate};

use crate::support::{Home, a_world};

fn probe(before: u32, after: u32) -> Action {
    Action { kind: ActionKind::Probe, changes: vec![Change::Probe { number: None, before, after }] }
}

fn history(w: &Write<'_>, interview: &InterviewId, place: &Place) -> Result<Option<History>, StoreError> {
    Ok(action::histories(w, interview)?.get(place).copied())
}

#[tokio::test]
async fn each_place_has_its_own_history_and_a_new_action_drops_what_was_undone() {
    let home = Home::new();
    let store = home.store();
    let done = store.write(|w| {
        a_world(w)?;
        let (id, here, there): (InterviewId, _, _) = ("i1".into(), Place::Question("q/a".into()), Place::General);
        assert_eq!(action::histories(w, &id)?.len(), 0);
        for n in 0..3 {
            action::add(w, &id, &here, &probe(n, n + 1), None, None)?;
        }
        let typed = Action { kind: ActionKind::Typed, changes: Vec::new() };
        action::add(w, &id, &there, &typed, Some(&"e1".into()), Some(7))?;

        let last = action::last(w, &id, &here)?.unwrap();
        assert_eq!((last.seq, &last.action, last.entry_id, last.typing), (3, &probe(2, 3), None, None));
        for seq in [3, 2] {
            action::set_undone(w, &id, &here, seq, true)?;
        }
        assert_eq!(action::last(w, &id, &here)?.map(|last| last.seq), Some(1));
        assert_eq!(action::undone(w, &id, &here)?.map(|next| next.seq), Some(2), "the one undone last is redone first");
        let both = History { undo: Some(ActionKind::Probe), redo: Some(ActionKind::Probe) };
        assert_eq!(history(w, &id, &here)?, Some(both));
        assert_eq!(history(w, &id, &there)?, Some(History { undo: Some(ActionKind::Typed), redo: None }));

        action::add(w, &id, &here, &probe(1, 9), None, None)?;
        assert_eq!(action::undone(w, &id, &here)?, None);
        assert_eq!(action::last(w, &id, &here)?.map(|last| last.action), Some(probe(1, 9)));
        action::change(w, &id, &here, 2, Some(&probe(1, 5)))?;
        assert_eq!(action::last(w, &id, &here)?.map(|last| last.action), Some(probe(1, 5)));
        action::change(w, &id, &here, 2, None)?;
        assert_eq!(action::last(w, &id, &here)?.map(|last| last.action), Some(probe(0, 1)));
        let gone = action::change(w, &id, &here, 2, None);
        assert!(matches!(gone, Err(StoreError::Bug(_))));

        let other = action::last(w, &id, &there)?.unwrap();
        assert_eq!((other.seq, other.entry_id.as_ref(), other.typing), (1, Some(&"e1".into()), Some(7)));
        action::forget_typed(w, &id, &there, &"e2".into())?;
        action::forget_typed(w, &id, &here, &"e1".into())?;
        assert_eq!(action::last(w, &id, &there)?, Some(other));
        action::forget_typed(w, &id, &there, &"e1".into())?;
        assert_eq!(history(w, &id, &there)?, None);
        action::forget(w, &id)?;
        assert_eq!(action::histories(w, &id)?.len(), 0);
        Ok::<_, StoreError>(())
    });
    done.await.unwrap();
}

#[tokio::test]
async fn a_history_is_bounded_and_goes_with_its_interview() {
    let home = Home::new();
    let store = home.store();
    let fill = store.write(|w| {
        a_world(w)?;
        for n in 0..ACTIONS_MAX + 270 {
            action::add(w, &"i1".into(), &Place::General, &probe(n, n + 1), None, None)?;
        }
        Ok::<_, StoreError>(())
    });
    fill.await.unwrap();
    let undo_all = store.write(|w| {
        let (id, place): (InterviewId, _) = ("i1".into(), Place::General);
        let mut undone = 0;
        while let Some(last) = action::last(w, &id, &place)? {
            action::set_undone(w, &id, &place, last.seq, true)?;
            undone += 1;
        }
        assert!((ACTIONS_MAX..ACTIONS_MAX + 50).contains(&undone), "{undone} are remembered");
        let oldest = ACTIONS_MAX + 270 - undone;
        let first = action::undone(w, &id, &place)?.map(|next| next.action);
        assert_eq!(first, Some(probe(oldest, oldest + 1)), "the oldest are gone");
        candidate::remove(w, &"c1".into())?;
        assert_eq!(action::histories(w, &id)?.len(), 0);
        Ok::<_, StoreError>(())
    });
    undo_all.await.unwrap();
}
