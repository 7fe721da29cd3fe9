import type { Migration } from './all.ts'

/**
 * Times are ISO 8601 text in UTC, which sorts as it reads. Lists and objects are JSON text. Jobs and sessions bear no
 * foreign key to their box: the history stays when a box is forgotten. Wide columns stand last, so that reading the
 * narrow ones never touches their overflow pages.
 */
export const createFirstSchema: Migration = (db) => {
  db.exec(`
    CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE devices (
      id TEXT PRIMARY KEY,
      manufacturer TEXT NOT NULL,
      oui TEXT NOT NULL,
      product_class TEXT NOT NULL,
      serial_number TEXT NOT NULL,
      model_name TEXT NOT NULL,
      software_version TEXT NOT NULL,
      hardware_version TEXT NOT NULL,
      address TEXT NOT NULL,
      data_model TEXT NOT NULL,
      status TEXT NOT NULL,
      first_seen_at TEXT NOT NULL,
      last_inform_at TEXT,
      last_events TEXT NOT NULL,
      cwmp_version TEXT NOT NULL,
      connection_request_url TEXT NOT NULL,
      udp_connection_request_address TEXT NOT NULL,
      periodic_inform_interval REAL,
      virtual INTEGER NOT NULL,
      note TEXT NOT NULL,
      inform_parameters ANY NOT NULL
    ) STRICT;

    CREATE TABLE sessions (
      id TEXT PRIMARY KEY,
      device_id TEXT,
      address TEXT NOT NULL,
      started_at TEXT NOT NULL,
      ended_at TEXT,
      outcome TEXT NOT NULL,
      reason TEXT NOT NULL,
      events TEXT NOT NULL,
      cwmp_version TEXT NOT NULL,
      message_count INTEGER NOT NULL,
      warnings TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sessions_by_time ON sessions (started_at);
    CREATE INDEX sessions_by_device ON sessions (device_id, started_at);
    CREATE INDEX sessions_open ON sessions (id) WHERE outcome = 'open';

    CREATE TABLE messages (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      session_id TEXT NOT NULL,
      stored_bytes INTEGER NOT NULL,
      at TEXT NOT NULL,
      direction TEXT NOT NULL,
      method TEXT NOT NULL,
      cwmp_id TEXT,
      summary TEXT NOT NULL,
      http_status INTEGER,
      headers TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      body_truncated INTEGER NOT NULL,
      fault TEXT,
      warnings TEXT NOT NULL,
      body ANY NOT NULL
    ) STRICT;
    CREATE INDEX messages_by_session ON messages (session_id, id, stored_bytes);

    CREATE TABLE jobs (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      device_id TEXT NOT NULL,
      state TEXT NOT NULL,
      step TEXT NOT NULL,
      progress REAL NOT NULL,
      created_at TEXT NOT NULL,
      ended_at TEXT,
      deadline_at TEXT,
      notice TEXT,
      error TEXT,
      error_code TEXT GENERATED ALWAYS AS (json_extract(error, '$.code')) VIRTUAL,
      paths TEXT NOT NULL,
      input ANY,
      memo ANY,
      result ANY
    ) STRICT;
    CREATE INDEX jobs_by_time ON jobs (created_at);
    CREATE INDEX jobs_by_device ON jobs (device_id, created_at);
    CREATE INDEX jobs_by_kind ON jobs (kind, created_at);
    CREATE INDEX jobs_by_state ON jobs (state, created_at);

    CREATE TABLE snapshots (
      id TEXT PRIMARY KEY,
      device_id TEXT NOT NULL,
      job_id TEXT,
      name TEXT NOT NULL,
      taken_at TEXT NOT NULL,
      value_count INTEGER NOT NULL,
      parameters ANY NOT NULL
    ) STRICT;
    CREATE INDEX snapshots_by_time ON snapshots (taken_at);
    CREATE INDEX snapshots_by_device ON snapshots (device_id, taken_at);
  `)
}
