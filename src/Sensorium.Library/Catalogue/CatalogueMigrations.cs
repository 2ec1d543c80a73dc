namespace Sensorium.Library;

/// <summary>How the tables came to be, step by step: a database's <c>user_version</c> tells how many steps it has taken. A step is never changed once released.</summary>
internal static class CatalogueMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        // Times are ticks of 100 ns in UTC, lengths ticks too; blobs as CatalogueBlobs writes them.
        """
        CREATE TABLE roots (path TEXT PRIMARY KEY, added INTEGER NOT NULL) STRICT;

        CREATE TABLE files (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path TEXT NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,
            cue TEXT,
            version INTEGER NOT NULL DEFAULT 0,
            reason TEXT,
            detail_en TEXT,
            detail_ko TEXT,
            gone INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX files_fingerprint ON files (fingerprint);

        CREATE TABLE songs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            file INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
            track INTEGER NOT NULL,
            start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            title TEXT, artist TEXT, album TEXT, album_artist TEXT, track_number INTEGER, year INTEGER, genres TEXT,
            mood TEXT, written_tempo REAL, written_key TEXT, language TEXT, musicbrainz TEXT,
            version INTEGER NOT NULL,
            heard INTEGER NOT NULL,
            tempo REAL NOT NULL, tempo_strength REAL NOT NULL,
            tonic INTEGER NOT NULL, minor INTEGER NOT NULL, key_strength REAL NOT NULL, key_lead REAL NOT NULL,
            loudness REAL NOT NULL, dynamics REAL NOT NULL, amplitude REAL NOT NULL, brightness REAL NOT NULL,
            noise REAL NOT NULL, density REAL NOT NULL, vocal_share REAL NOT NULL,
            valence REAL NOT NULL, valence_sd REAL NOT NULL, arousal REAL NOT NULL, arousal_sd REAL NOT NULL, dominance REAL, warmth REAL,
            emotions BLOB NOT NULL, source TEXT NOT NULL, model TEXT NOT NULL, evidence TEXT NOT NULL,
            tags TEXT NOT NULL, vector BLOB NOT NULL, curve BLOB NOT NULL, sections BLOB NOT NULL,
            UNIQUE (file, track)) STRICT;
        """,
        """
        CREATE TABLE pins (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            song INTEGER NOT NULL REFERENCES songs (id) ON DELETE CASCADE,
            name TEXT NOT NULL, model TEXT NOT NULL, vector BLOB NOT NULL, time INTEGER NOT NULL) STRICT;
        CREATE INDEX pins_song ON pins (song);

        CREATE TABLE feedback (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            song INTEGER NOT NULL REFERENCES songs (id) ON DELETE CASCADE,
            kind TEXT NOT NULL, time INTEGER NOT NULL,
            before_valence REAL, before_valence_sd REAL, before_arousal REAL, before_arousal_sd REAL,
            after_valence REAL, after_valence_sd REAL, after_arousal REAL, after_arousal_sd REAL,
            goal_valence REAL, goal_valence_sd REAL, goal_arousal REAL, goal_arousal_sd REAL) STRICT;
        CREATE INDEX feedback_song ON feedback (song);
        """,
        """
        CREATE TABLE tag_changes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            file INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
            field TEXT NOT NULL, before TEXT, after TEXT NOT NULL, time INTEGER NOT NULL) STRICT;
        CREATE INDEX tag_changes_file ON tag_changes (file);
        """,
        """
        ALTER TABLE tag_changes ADD COLUMN form TEXT NOT NULL DEFAULT '';
        ALTER TABLE tag_changes ADD COLUMN raw TEXT NOT NULL DEFAULT '';
        ALTER TABLE tag_changes ADD COLUMN former TEXT NOT NULL DEFAULT '';
        ALTER TABLE tag_changes ADD COLUMN written TEXT NOT NULL DEFAULT '';
        """,
    ];
}
