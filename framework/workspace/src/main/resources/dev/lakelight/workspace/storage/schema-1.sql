-- Names are those of the wire format. Times are milliseconds since 1970. Statements end with a semicolon at the end of a line.
CREATE TABLE workspace (
  workspace_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE TABLE principal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('USER', 'SERVICE_PRINCIPAL')),
  name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  active INTEGER NOT NULL
);
CREATE TABLE user_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE membership (
  principal_id INTEGER NOT NULL REFERENCES principal(id) ON DELETE CASCADE,
  group_name TEXT NOT NULL REFERENCES user_group(name) ON DELETE CASCADE,
  PRIMARY KEY (principal_id, group_name)
);
-- Only hashes: the value is told once, when the token is made.
CREATE TABLE token (
  token_id TEXT PRIMARY KEY,
  principal_id INTEGER NOT NULL REFERENCES principal(id) ON DELETE CASCADE,
  hash TEXT NOT NULL UNIQUE,
  origin TEXT NOT NULL CHECK (origin IN ('CONFIGURED', 'CREATED', 'OAUTH')),
  comment TEXT NOT NULL,
  creation_time INTEGER NOT NULL,
  expiry_time INTEGER
);
CREATE TABLE audit_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_time INTEGER NOT NULL,
  request_id TEXT NOT NULL,
  user_name TEXT NOT NULL,
  service_name TEXT NOT NULL,
  action_name TEXT NOT NULL,
  request_params TEXT NOT NULL,
  status_code INTEGER NOT NULL,
  error_message TEXT NOT NULL,
  source_address TEXT NOT NULL,
  user_agent TEXT NOT NULL
);
-- What is in the tree is what is in its folder; here are the ids of it.
CREATE TABLE object (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
);
CREATE TABLE permission (
  object_type TEXT NOT NULL,
  object_id TEXT NOT NULL,
  principal_type TEXT NOT NULL CHECK (principal_type IN ('USER', 'SERVICE_PRINCIPAL', 'GROUP')),
  principal_name TEXT NOT NULL,
  permission_level TEXT NOT NULL,
  PRIMARY KEY (object_type, object_id, principal_type, principal_name)
);
CREATE TABLE repo (
  id INTEGER PRIMARY KEY REFERENCES object(id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  provider TEXT NOT NULL,
  git_credential_id INTEGER,
  sparse_patterns TEXT,
  created_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('CREATING', 'READY', 'UPDATING')),
  update_target TEXT
);
CREATE TABLE git_credential (
  credential_id INTEGER PRIMARY KEY AUTOINCREMENT,
  principal_id INTEGER NOT NULL REFERENCES principal(id) ON DELETE CASCADE,
  git_provider TEXT NOT NULL,
  git_username TEXT,
  git_email TEXT,
  name TEXT,
  is_default INTEGER NOT NULL,
  encrypted_token BLOB
);
CREATE TABLE secret_scope (
  name TEXT PRIMARY KEY
);
CREATE TABLE secret (
  scope TEXT NOT NULL REFERENCES secret_scope(name) ON DELETE CASCADE,
  key TEXT NOT NULL,
  encrypted_value BLOB NOT NULL,
  last_updated_timestamp INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE TABLE secret_acl (
  scope TEXT NOT NULL REFERENCES secret_scope(name) ON DELETE CASCADE,
  principal TEXT NOT NULL,
  permission TEXT NOT NULL CHECK (permission IN ('READ', 'WRITE', 'MANAGE')),
  PRIMARY KEY (scope, principal)
);
CREATE TABLE volume (
  full_name TEXT PRIMARY KEY,
  volume_id TEXT NOT NULL,
  comment TEXT,
  owner TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL
);
CREATE TABLE workspace_conf (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
-- Ids of what is not in the tree are deleted with it.
CREATE TRIGGER object_deleted AFTER DELETE ON object BEGIN
  DELETE FROM permission
  WHERE object_type IN ('notebooks', 'directories', 'files', 'repos') AND object_id = CAST(OLD.id AS TEXT)
; END;
