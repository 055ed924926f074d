import GRDB

/// The tables of `catalog.sqlite`, one migration for each version of Marquee that changed them.
enum Schema {
    /// "MRQE": tells a Marquee catalog from any other SQLite file.
    static let applicationID = 0x4D52_5145

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: movies, theaters, prices, showtimes") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: movies)
            try database.execute(sql: theaters)
            try database.execute(sql: prices)
            try database.execute(sql: showtimes)
        }
        migrator.registerMigration("2: a log of changes", migrate: ChangeLogSchema.create)
        migrator.registerMigration("3: dates of what is added and changed", migrate: RevisionSchema.create)
        migrator.registerMigration("4: names in one normal form", migrate: KeySchema.create)
        migrator.registerMigration(
            "5: a time of its own for each change of a showing", migrate: RevisionSchema.tellShowtimeChangesApart)
        migrator.registerMigration(
            "6: dates that are written by hand in the log", migrate: RevisionLogSchema.create)
        migrator.registerMigration("7: documents under one name", migrate: KeySchema.respellDocuments)
        return migrator
    }

    /// A slug becomes part of a URL and of a file's path: nothing else may stand in it.
    private static let slugRule = "CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*')"

    private static let movies = """
        -- Every slug that was ever given, so that a URL never comes to mean something else.
        CREATE TABLE slug (
            kind TEXT NOT NULL CHECK (kind IN ('movie', 'theater', 'genre', 'person')),
            slug TEXT NOT NULL \(slugRule),
            source TEXT NOT NULL,
            source_key TEXT NOT NULL,
            PRIMARY KEY (kind, slug),
            UNIQUE (kind, source, source_key)
        ) STRICT, WITHOUT ROWID;

        -- One row at most: whose programme this is.
        CREATE TABLE cinema (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            name TEXT NOT NULL CHECK (name <> '')
        ) STRICT;

        CREATE TABLE movie (
            id INTEGER PRIMARY KEY,
            slug TEXT NOT NULL UNIQUE \(slugRule),
            source TEXT NOT NULL DEFAULT 'editor',
            source_key TEXT NOT NULL,
            title TEXT NOT NULL CHECK (title <> ''),
            original_title TEXT NOT NULL DEFAULT '',
            year INTEGER CHECK (year BETWEEN 1870 AND 9999),
            release_date TEXT CHECK (release_date IS date(release_date)),
            runtime INTEGER CHECK (runtime BETWEEN 1 AND 1440),
            certificate TEXT NOT NULL DEFAULT '',
            synopsis TEXT NOT NULL DEFAULT '',
            poster TEXT NOT NULL DEFAULT '',
            poster_width INTEGER CHECK (poster_width > 0),
            poster_height INTEGER CHECK (poster_height > 0),
            trailer TEXT NOT NULL DEFAULT '',
            UNIQUE (source, source_key)
        ) STRICT;

        CREATE TABLE movie_language (
            movie_id INTEGER NOT NULL REFERENCES movie ON DELETE CASCADE,
            position INTEGER NOT NULL,
            language TEXT NOT NULL CHECK (language <> ''),
            PRIMARY KEY (movie_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE genre (
            id INTEGER PRIMARY KEY,
            slug TEXT NOT NULL UNIQUE \(slugRule),
            name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;

        CREATE TABLE movie_genre (
            movie_id INTEGER NOT NULL REFERENCES movie ON DELETE CASCADE,
            position INTEGER NOT NULL,
            genre_id INTEGER NOT NULL REFERENCES genre,
            PRIMARY KEY (movie_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX movie_genre_by_genre ON movie_genre (genre_id);

        CREATE TABLE person (
            id INTEGER PRIMARY KEY,
            slug TEXT NOT NULL UNIQUE \(slugRule),
            name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;

        CREATE TABLE credit (
            movie_id INTEGER NOT NULL REFERENCES movie ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('actor', 'director', 'writer')),
            position INTEGER NOT NULL,
            person_id INTEGER NOT NULL REFERENCES person,
            character TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (movie_id, role, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX credit_by_person ON credit (person_id);
        """

    private static let theaters = """
        CREATE TABLE theater (
            id INTEGER PRIMARY KEY,
            slug TEXT NOT NULL UNIQUE \(slugRule),
            source TEXT NOT NULL DEFAULT 'editor',
            source_key TEXT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            time_zone TEXT NOT NULL CHECK (time_zone <> ''),
            street TEXT NOT NULL DEFAULT '',
            postal_code TEXT NOT NULL DEFAULT '',
            city TEXT NOT NULL DEFAULT '',
            region TEXT NOT NULL DEFAULT '',
            country TEXT NOT NULL DEFAULT '',
            latitude REAL CHECK (latitude BETWEEN -90 AND 90),
            longitude REAL CHECK (longitude BETWEEN -180 AND 180),
            website TEXT NOT NULL DEFAULT '',
            phone TEXT NOT NULL DEFAULT '',
            description TEXT NOT NULL DEFAULT '',
            UNIQUE (source, source_key)
        ) STRICT;

        -- A room as text (see docs/catalog.md); its id is a hash of the plan, so a changed room is another layout.
        CREATE TABLE seat_layout (
            id TEXT PRIMARY KEY NOT NULL CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*'),
            plan TEXT NOT NULL CHECK (plan <> '')
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE auditorium (
            id INTEGER PRIMARY KEY,
            theater_id INTEGER NOT NULL REFERENCES theater ON DELETE CASCADE,
            source_key TEXT NOT NULL,
            position INTEGER NOT NULL DEFAULT 0,
            name TEXT NOT NULL CHECK (name <> ''),
            seat_layout_id TEXT NOT NULL REFERENCES seat_layout,
            UNIQUE (theater_id, source_key)
        ) STRICT;
        """

    private static let prices = """
        CREATE TABLE ticket_type (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            position INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE price_category (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            position INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE price_list (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL DEFAULT 'editor',
            source_key TEXT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
            UNIQUE (source, source_key)
        ) STRICT;

        CREATE TABLE price (
            price_list_id INTEGER NOT NULL REFERENCES price_list ON DELETE CASCADE,
            ticket_type_id INTEGER NOT NULL REFERENCES ticket_type,
            price_category_id INTEGER NOT NULL REFERENCES price_category,
            amount INTEGER NOT NULL CHECK (amount >= 0),
            PRIMARY KEY (price_list_id, ticket_type_id, price_category_id)
        ) STRICT, WITHOUT ROWID;
        """

    /// No showing lasts longer than a day, so only those of the day before can reach into a new one.
    private static let overlap = """
        WHERE NEW.status <> 'cancelled' AND EXISTS (
            SELECT 1 FROM showtime
            WHERE auditorium_id = NEW.auditorium_id AND status <> 'cancelled' AND id <> NEW.id
              AND starts_at < NEW.ends_at AND starts_at > NEW.starts_at - 86400 AND ends_at > NEW.starts_at
        )
        """

    /// - Parameter idRule: which texts are ids.
    private static func showtimeTable(idRule: String) -> String {
        """
        CREATE TABLE showtime (
            id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(6))))
                \(idRule),
            source TEXT NOT NULL DEFAULT 'editor',
            movie_id INTEGER NOT NULL REFERENCES movie,
            auditorium_id INTEGER NOT NULL REFERENCES auditorium,
            price_list_id INTEGER REFERENCES price_list,
            starts_at INTEGER NOT NULL, -- seconds since 1970-01-01T00:00:00Z
            ends_at INTEGER NOT NULL,
            format TEXT NOT NULL DEFAULT '',
            language TEXT NOT NULL DEFAULT '',
            subtitles TEXT NOT NULL DEFAULT '',
            audio_description INTEGER NOT NULL DEFAULT 0 CHECK (audio_description IN (0, 1)),
            captions INTEGER NOT NULL DEFAULT 0 CHECK (captions IN (0, 1)),
            relaxed INTEGER NOT NULL DEFAULT 0 CHECK (relaxed IN (0, 1)),
            status TEXT NOT NULL DEFAULT 'scheduled' CHECK (status IN ('scheduled', 'cancelled', 'sold-out')),
            CHECK (ends_at > starts_at AND ends_at - starts_at <= 86400)
        ) STRICT
        """
    }

    /// As it is since version 4.
    static let showtimeTable = showtimeTable(
        idRule: """
            CHECK (
                id GLOB '[a-z0-9]*' AND id NOT GLOB '*[^a-z0-9-]*' AND length(id) <= 255 AND id <> 'page'
                AND id NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
            )
            """)

    private static let showtimes = """
        \(showtimeTable(idRule: "CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9]*')"));
        CREATE INDEX showtime_by_auditorium ON showtime (auditorium_id, starts_at);
        CREATE INDEX showtime_by_movie ON showtime (movie_id, starts_at);
        CREATE INDEX showtime_by_source ON showtime (source);

        CREATE TRIGGER showtime_overlap_on_insert BEFORE INSERT ON showtime BEGIN
            SELECT RAISE(ABORT, 'showtimes overlap in one auditorium') \(overlap);
        END;
        CREATE TRIGGER showtime_overlap_on_update
        BEFORE UPDATE OF auditorium_id, starts_at, ends_at, status ON showtime BEGIN
            SELECT RAISE(ABORT, 'showtimes overlap in one auditorium') \(overlap);
        END;
        """
}
