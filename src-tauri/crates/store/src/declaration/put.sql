INSERT INTO declaration (kit_id, component, note, created_at) VALUES (:kit, :component, :note, :now)
ON CONFLICT (kit_id, component) DO UPDATE SET note = excluded.note, created_at = excluded.created_at
