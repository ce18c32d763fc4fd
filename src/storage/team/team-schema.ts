/** Tables of what a team's server keeps, in a schema of PostgreSQL of its own beside the record's. Steps are never edited. */

/** Statements of each version, in order; `SCHEMA` stands for the name. */
export const TEAM_STEPS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE SCHEMA.items (
      kind text NOT NULL,
      id text NOT NULL,
      owner text,
      key text,
      body text NOT NULL,
      version int NOT NULL,
      until text,
      PRIMARY KEY (kind, id),
      UNIQUE (kind, key)
    )`,
    'CREATE INDEX items_owner ON SCHEMA.items (kind, owner)',
    'CREATE INDEX items_until ON SCHEMA.items (until) WHERE until IS NOT NULL',
    'CREATE TABLE SCHEMA.tries (key text PRIMARY KEY, began text NOT NULL, count int NOT NULL)',
    `CREATE TABLE SCHEMA.accesses (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at text NOT NULL,
      account text,
      name text NOT NULL,
      act text NOT NULL,
      route text NOT NULL,
      about text[] NOT NULL,
      detail text,
      logged bigint
    )`,
    'CREATE INDEX accesses_about ON SCHEMA.accesses USING gin (about)',
    'CREATE INDEX accesses_account ON SCHEMA.accesses (account, seq)',
    'CREATE INDEX accesses_unlogged ON SCHEMA.accesses (seq) WHERE logged IS NULL',
    `CREATE FUNCTION SCHEMA.accesses_stay() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD.logged IS NULL
        AND (NEW.seq, NEW.at, NEW.account, NEW.name, NEW.act, NEW.route, NEW.about, NEW.detail)
          IS NOT DISTINCT FROM (OLD.seq, OLD.at, OLD.account, OLD.name, OLD.act, OLD.route, OLD.about, OLD.detail)
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'who saw what is never changed';
    END $$`,
    `CREATE TRIGGER accesses_stay BEFORE UPDATE OR DELETE ON SCHEMA.accesses
      FOR EACH ROW EXECUTE FUNCTION SCHEMA.accesses_stay()`,
    `CREATE TRIGGER accesses_are_never_emptied BEFORE TRUNCATE ON SCHEMA.accesses
      FOR EACH STATEMENT EXECUTE FUNCTION SCHEMA.accesses_stay()`,
  ],
];
