/**
 * The full-text index of a record in PostgreSQL: a GIN index over the words of each document, folded already, so that no
 * dictionary and no locale touches them. A document with very many words has several parts. Triggers keep it; no hand
 * writes it.
 */
import { INDEXED_LETTERS } from '../queries/postgres-search.ts';

/** Bytes of words in one part of a document's index: a tsvector holds a little more than twice as many. */
const PART_BYTES = 500_000;

/** Its statements; `search_documents` must be there. */
export const SEARCH_INDEX: readonly string[] = [
  `CREATE TABLE search_words (
    document bigint NOT NULL, part int NOT NULL, size int NOT NULL, words tsvector NOT NULL,
    PRIMARY KEY (document, part)
  )`,
  'CREATE INDEX search_words_words ON search_words USING gin (words)',
  `CREATE TABLE search_totals (
    "only" int PRIMARY KEY CHECK ("only" = 1), documents bigint NOT NULL, words bigint NOT NULL
  )`,
  'INSERT INTO search_totals ("only", documents, words) VALUES (1, 0, 0)',
  `CREATE FUNCTION search_parts(title text, content text) RETURNS TABLE (part int, size int, words tsvector)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
      WITH all_words AS (
        SELECT word FROM unnest(string_to_array(title || ' ' || content, ' ')) AS word WHERE word <> ''
      ), indexed AS (
        SELECT DISTINCT left(word, ${INDEXED_LETTERS}) COLLATE "C" AS word FROM all_words
      ), divided AS (
        SELECT word, (sum(octet_length(word)) OVER (ORDER BY word) / ${PART_BYTES})::int AS part FROM indexed
      ), parts AS (
        SELECT part, array_to_tsvector(array_agg(word)) AS words FROM divided GROUP BY part
        UNION ALL SELECT 0, ''::tsvector WHERE NOT EXISTS (SELECT FROM indexed)
      )
      SELECT row_number() OVER (ORDER BY part)::int - 1,
        CASE WHEN part = (SELECT min(part) FROM parts) THEN (SELECT count(*) FROM all_words)::int ELSE 0 END, words
      FROM parts
    $$`,
  `CREATE FUNCTION index_document() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      IF TG_OP <> 'INSERT' THEN
        UPDATE search_totals SET documents = documents - 1,
          words = words - coalesce((SELECT sum(size) FROM search_words WHERE document = OLD.place), 0);
        DELETE FROM search_words WHERE document = OLD.place;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        INSERT INTO search_words (document, part, size, words)
          SELECT NEW.place, found.part, found.size, found.words
          FROM search_parts(NEW.title, NEW.content) AS found;
        UPDATE search_totals SET documents = documents + 1,
          words = words + (SELECT sum(size) FROM search_words WHERE document = NEW.place);
      END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER search_documents_indexed AFTER INSERT OR UPDATE OR DELETE ON search_documents
    FOR EACH ROW EXECUTE FUNCTION index_document()`,
  `CREATE FUNCTION only_by_indexing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF pg_trigger_depth() > 1 THEN RETURN coalesce(NEW, OLD); END IF;
      RAISE EXCEPTION '% is written only by the index of texts', TG_TABLE_NAME USING ERRCODE = 'OR001';
    END $$`,
  ...['search_words', 'search_totals'].map(
    (table) => `CREATE TRIGGER ${table}_guard BEFORE INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION only_by_indexing()`,
  ),
];
