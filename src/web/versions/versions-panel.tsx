/** Two people changed one thing: what each changed, part by part, and both put together. Nothing is saved here: the form goes on with it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/language.ts';
import { chosenFrom, type FieldKind, fieldsOfBoth, type Outcome, type Versions } from './three-way.ts';
import { wordChanges } from './word-changes.ts';

/** A part of the thing as people know it. */
export interface ShownField<D> {
  readonly field: keyof D;
  readonly kind: FieldKind;
  readonly label: string;
  /** In words; '' for nothing. */
  show(of: D): string;
}

interface PanelProps<D> {
  /** Who changed it and when, as a sentence. */
  readonly told: string;
  readonly versions: Versions<D>;
  readonly fields: readonly ShownField<D>[];
  use(together: D): void;
}

/** The panel; the focus comes to it when it opens. */
export function VersionsPanel<D>({ told, versions, fields, use }: PanelProps<D>) {
  const title = useRef<HTMLHeadingElement>(null);
  const kinds = Object.fromEntries(fields.map(({ field, kind }) => [field, kind])) as {
    [F in keyof D]?: FieldKind;
  };
  const together = fieldsOfBoth(versions, kinds);
  const [chosen, setChosen] = useState<{ readonly [F in keyof D]?: Outcome }>({});
  useLayoutEffect(() => title.current?.focus(), []);
  const open = together.some(({ field, outcome }) => (chosen[field] ?? outcome) === 'open');
  return (
    <section class="versions" aria-labelledby="versions-title">
      <h2 id="versions-title" ref={title} tabIndex={-1}>
        {words('versions.title')}
      </h2>
      <p>
        <bdi>{told}</bdi>
      </p>
      <p class="why">{words(together.length === 0 ? 'versions.alike' : 'versions.why')}</p>
      {fields.map(({ field, label, show }) => {
        const found = together.find((one) => one.field === field);
        if (found === undefined) return null;
        const { base } = versions;
        const choices = (['theirs', 'yours', 'both'] as const).filter(
          (one) => one !== 'both' || found.both !== null,
        );
        return (
          <fieldset key={String(field)}>
            <legend>{label}</legend>
            <p class="base" dir="auto">
              <small>{words('versions.base')}</small> {show(base) || words('versions.empty')}
            </p>
            {choices.map((one) => (
              <label key={one} class="check">
                <input
                  type="radio"
                  name={`versions-${String(field)}`}
                  checked={(chosen[field] ?? found.outcome) === one}
                  onChange={() => setChosen({ ...chosen, [field]: one })}
                />
                <span>
                  <small>{words(`versions.${one}`)}</small>{' '}
                  <Changes from={show(base)} to={show(chosenFrom(versions, [found], only(field, one)))} />
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
      <p class="row">
        <button
          type="button"
          class="yes"
          disabled={open}
          onClick={() => use(chosenFrom(versions, together, chosen))}
        >
          {words('versions.use')}
        </button>
      </p>
    </section>
  );
}

function only<D>(field: keyof D, outcome: Outcome): { readonly [F in keyof D]?: Outcome } {
  return { [field]: outcome } as { [F in keyof D]?: Outcome };
}

/** What is new is marked, and what is gone struck out: by signs of their own, not by colour alone. */
function Changes({ from, to }: { readonly from: string; readonly to: string }) {
  if (to === '') return <i>{words('versions.empty')}</i>;
  return (
    <span dir="auto">
      {wordChanges(from, to).map(({ kind, text }, at) =>
        kind === 'same' ? text : kind === 'new' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>,
      )}
    </span>
  );
}
