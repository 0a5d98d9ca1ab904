-- Jobs and their runs. Runs of jobs and of tasks are numbered together.
CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  last INTEGER NOT NULL
);
INSERT INTO counter VALUES ('job', 0), ('run', 0);
CREATE TABLE job (
  job_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  creator_user_name TEXT NOT NULL,
  created_time INTEGER NOT NULL,
  settings TEXT NOT NULL
);
CREATE INDEX job_by_name ON job (name COLLATE NOCASE, job_id);
-- The settings that a run began with are its own: those of its job may change meanwhile.
CREATE TABLE job_run (
  run_id INTEGER PRIMARY KEY,
  job_id INTEGER NOT NULL,
  run_type TEXT NOT NULL,
  run_name TEXT NOT NULL,
  creator_user_name TEXT NOT NULL,
  trigger_type TEXT NOT NULL,
  parent_task_run_id INTEGER,
  idempotency_scope INTEGER,
  idempotency_token TEXT,
  start_time INTEGER NOT NULL,
  begin_time INTEGER NOT NULL,
  end_time INTEGER NOT NULL,
  life_cycle_state TEXT NOT NULL,
  result_state TEXT,
  state_message TEXT NOT NULL,
  termination_code TEXT,
  settings TEXT NOT NULL,
  parameters TEXT NOT NULL
);
CREATE INDEX job_run_of_job ON job_run (job_id, run_id);
CREATE INDEX job_run_by_end ON job_run (end_time, run_id);
CREATE INDEX job_run_by_type ON job_run (run_type, run_id);
CREATE UNIQUE INDEX job_run_by_token ON job_run (idempotency_scope, idempotency_token) WHERE idempotency_token IS NOT NULL;
-- One row for each attempt at a task, or at an iteration of one: its label is the key, or the key with the number behind it.
CREATE TABLE task_run (
  run_id INTEGER PRIMARY KEY,
  job_run_id INTEGER NOT NULL REFERENCES job_run(run_id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  parent_task_run_id INTEGER,
  repair_id INTEGER NOT NULL,
  attempt_number INTEGER NOT NULL,
  original_run_id INTEGER NOT NULL,
  start_time INTEGER NOT NULL,
  begin_time INTEGER NOT NULL,
  end_time INTEGER NOT NULL,
  life_cycle_state TEXT NOT NULL,
  result_state TEXT,
  state_message TEXT NOT NULL,
  termination_code TEXT,
  cluster_id TEXT,
  spark_context_id TEXT,
  value TEXT,
  child_run_id INTEGER,
  task_values TEXT NOT NULL
);
CREATE INDEX task_run_of_run ON task_run (job_run_id, run_id);
CREATE TABLE task_output (
  run_id INTEGER PRIMARY KEY REFERENCES task_run(run_id) ON DELETE CASCADE,
  output TEXT NOT NULL
);
CREATE TABLE repair (
  repair_id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES job_run(run_id) ON DELETE CASCADE,
  start_time INTEGER NOT NULL,
  end_time INTEGER NOT NULL,
  life_cycle_state TEXT NOT NULL,
  result_state TEXT,
  state_message TEXT NOT NULL,
  termination_code TEXT
);
CREATE INDEX repair_of_run ON repair (run_id, repair_id);
