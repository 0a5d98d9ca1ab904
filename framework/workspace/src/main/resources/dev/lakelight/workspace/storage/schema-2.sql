-- Clusters; those of jobs, too. Specifications are JSON as clients sent them.
CREATE TABLE cluster (
  cluster_id TEXT PRIMARY KEY,
  source TEXT NOT NULL CHECK (source IN ('API', 'JOB', 'SQL')),
  creator TEXT NOT NULL,
  specification TEXT NOT NULL,
  state TEXT NOT NULL,
  state_message TEXT NOT NULL,
  termination TEXT,
  spark_context_id INTEGER NOT NULL,
  executors INTEGER NOT NULL,
  start_time INTEGER NOT NULL,
  last_restarted_time INTEGER,
  last_activity_time INTEGER NOT NULL,
  terminated_time INTEGER,
  pinned INTEGER NOT NULL
);
CREATE TABLE cluster_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cluster_id TEXT NOT NULL REFERENCES cluster(cluster_id) ON DELETE CASCADE,
  event_time INTEGER NOT NULL,
  type TEXT NOT NULL,
  details TEXT NOT NULL
);
CREATE INDEX cluster_event_by_cluster ON cluster_event(cluster_id, event_time);
CREATE TRIGGER cluster_deleted AFTER DELETE ON cluster BEGIN
  DELETE FROM permission WHERE object_type = 'clusters' AND object_id = OLD.cluster_id
; END;
