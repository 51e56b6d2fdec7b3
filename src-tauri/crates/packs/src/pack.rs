//! From the files of a folder to a pack.

use std::collections::HashMap;

use workbench_domain::drill::Drill;

use crate::{
    Pack,
    disk::{self, Folder},
    drill::{self, DrillFile},
    kit::{KitFile, Stock},
    manifest::{self, Manifest, Unusable},
    notes::Notes,
    question::QuestionFile,
    references,
};

/// What a folder held.
#[derive(Default)]
pub(crate) struct Reading {
    /// The pack, if `pack.toml` is usable.
    pub pack: Option<Pack>,
    /// How many questions are good, even where there is no pack to put them in.
    pub questions: usize,
    /// How many kits are good, likewise.
    pub kits: usize,
    /// How many drills are good, likewise.
    pub drills: usize,
    /// What was found: the folder, `pack.toml`, the questions, the kits, the drills.
    pub notes: Vec<Notes>,
}

/// Reads the files of a pack.
pub(crate) fn read(folder: Folder) -> Reading {
    let mut all = folder.notes;
    let Some(mut file) = folder.manifest else { return Reading { notes: all, ..Reading::default() } };
    let manifest = manifest::read(&mut file);
    if matches!(manifest, Err(Unusable::Newer)) {
        // Its other files may be of a kind that this version would only misjudge.
        all.push(file.notes);
        return Reading { notes: all, ..Reading::default() };
    }
    let mut files: Vec<QuestionFile> = folder.questions.into_iter().map(QuestionFile::read).collect();
    let mut kits: Vec<KitFile> = folder.kits.into_iter().map(KitFile::read).collect();
    let mut drills: Vec<DrillFile> = folder.drills.into_iter().map(DrillFile::read).collect();
    let mut pack = assemble(manifest.ok(), &mut files, &mut kits, &mut file.notes);
    let known: Vec<&str> = files.iter().filter(|file| !file.notes.failed()).map(QuestionFile::name).collect();
    drill::check(&mut drills, &known);
    if let Some(pack) = &mut pack {
        let mut built: Vec<_> = drills.iter().filter_map(|drill| drill.build(&pack.id)).collect();
        let place = |drill: &Drill| pack.questions.iter().position(|question| question.id == drill.question_id);
        built.sort_by_key(place);
        pack.drills = built;
    }

    let questions = files.iter().filter(|file| !file.notes.failed()).count();
    let good_kits = kits.iter().filter(|kit| !kit.notes.failed()).count();
    let good_drills = drills.iter().filter(|drill| !drill.notes.failed()).count();
    all.push(file.notes);
    all.extend(files.into_iter().map(|file| file.notes));
    all.extend(kits.into_iter().map(|kit| kit.notes));
    all.extend(drills.into_iter().map(|drill| drill.notes));
    Reading { pack, questions, kits: good_kits, drills: good_drills, notes: all }
}

fn assemble(
    manifest: Option<Manifest>,
    files: &mut [QuestionFile],
    kits: &mut [KitFile],
    notes: &mut Notes,
) -> Option<Pack> {
    references::check_ids(files.iter_mut().map(|f| (f.stem.as_str(), f.id.as_ref(), &mut f.notes)));
    references::check_ids(kits.iter_mut().map(|k| (k.stem.as_str(), k.id.as_ref(), &mut k.notes)));
    if let Some(manifest) = &manifest {
        references::check_names(manifest, files);
        references::order(manifest, files, notes);
        references::check_competencies(manifest, files, notes);
    }
    references::check_titles(files);

    let good = || files.iter().filter(|file| !file.notes.failed());
    let failed = files.iter().filter(|file| file.notes.failed());
    let known: Vec<&str> = good().map(QuestionFile::name).collect();
    let left_out: HashMap<&str, &str> = failed.map(|file| (file.name(), file.notes.file.as_str())).collect();
    for kit in kits.iter_mut() {
        kit.check_questions(&known, &left_out);
    }

    let manifest = manifest?;
    let head = manifest.head?;
    let sections: HashMap<&str, &str> = manifest.sections.iter().map(|(id, title)| (&*id.value, &**title)).collect();
    let build = |file: &QuestionFile| {
        let section = match &file.section {
            Some(section) => sections.get(section.value.as_str())?,
            None => "",
        };
        file.build(&head.id, section)
    };
    let built: Vec<_> = good().filter_map(|file| Some((file, build(file)?))).collect();
    let mut stock = Stock {
        pack: &head.id,
        role: &head.role,
        questions: built.iter().map(|(file, question)| (file.name(), (question, file.size))).collect(),
        role_size: manifest.size,
        room: disk::PACK_MAX as usize,
    };
    let kits = kits.iter_mut().filter_map(|kit| kit.build(&mut stock)).collect();
    let questions = built.into_iter().map(|(_, question)| question).collect();
    let (id, title, version, language, role) = (head.id, head.title, head.version, head.language, head.role);
    Some(Pack { id, title, version, language, role, questions, kits, drills: Vec::new() })
}
