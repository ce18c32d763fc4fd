/** What is to be counted, and by which rule few are protected. What comes out is sealed for a second member. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Fault } from '../parts/fault.tsx';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import { AXES, axisWords, type CountAxis } from './count-words.ts';
import { FaultList } from './fault-list.tsx';
import { typedGroups } from './typed-groups.ts';
import { faultOf } from './use-sealed.ts';

const MOST_AXES = 4;
const UNITS = ['', 'applications', 'cases'] as const;
const PERIODS = ['year', 'quarter', 'month'] as const;

/** The form. */
export function PrepareCounts() {
  const [axes, setAxes] = useState<readonly CountAxis[]>(['state', 'answer']);
  const [unit, setUnit] = useState<(typeof UNITS)[number]>('');
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>('year');
  const [threshold, setThreshold] = useState(5);
  const [base, setBase] = useState(0);
  const [zeros, setZeros] = useState(false);
  const [groups, setGroups] = useState('');
  const [fault, setFault] = useState<ReturnType<typeof faultOf> | string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const typed = typedGroups(groups);
    if (typed === null) return setFault(words('counts.groups.wrong'));
    setBusy(true);
    setFault(null);
    try {
      const rule = { threshold, protection: null, round: base === 0 ? null : base, zeros };
      const body = { axes, unit: unit === '' ? null : unit, period, groups: typed, ...rule };
      const { id } = await call('POST /api/sealed/counts', { body });
      go(`/cases/counts/${id}`);
    } catch (error) {
      setFault(faultOf(error));
      setBusy(false);
    }
  };
  return (
    <form class="record-form" autocomplete="off" spellcheck={false} onSubmit={submit}>
      <h2>{words('counts.prepare')}</h2>
      <fieldset>
        <legend>{words('counts.axes')}</legend>
        {AXES.map((axis) => (
          <label key={axis} class="check">
            <input
              type="checkbox"
              checked={axes.includes(axis)}
              onChange={(event) =>
                setAxes(event.currentTarget.checked ? [...axes, axis] : axes.filter((one) => one !== axis))
              }
            />
            {axisWords(axis)}
          </label>
        ))}
      </fieldset>
      <div class="row">
        <label>
          {words('counts.unit')}
          <select value={unit} onChange={(event) => setUnit(event.currentTarget.value as typeof unit)}>
            {UNITS.map((one) => (
              <option key={one} value={one}>
                {words(one === '' ? 'counts.unit.fitting' : `counts.unit.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('counts.period')}
          <select
            value={period}
            disabled={!axes.includes('period')}
            onChange={(event) => setPeriod(event.currentTarget.value as typeof period)}
          >
            {PERIODS.map((one) => (
              <option key={one} value={one}>
                {words(`counts.period.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('counts.threshold')}
          <input
            type="number"
            required
            min={3}
            max={20}
            value={threshold}
            onInput={(event) => setThreshold(Number(event.currentTarget.value))}
          />
        </label>
        <label>
          {words('counts.way')}
          <select value={base} onChange={(event) => setBase(Number(event.currentTarget.value))}>
            <option value={0}>{words('counts.way.withhold')}</option>
            {[5, 10].map((one) => (
              <option key={one} value={one}>
                {words('counts.way.round', { base: one })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label class="check">
        <input type="checkbox" checked={zeros} onChange={(event) => setZeros(event.currentTarget.checked)} />
        {words('counts.zeros')}
      </label>
      <label>
        {words('counts.groups')}
        <textarea
          rows={2}
          dir="auto"
          value={groups}
          onInput={(event) => setGroups(event.currentTarget.value)}
        />
      </label>
      <p class="why">{words('counts.labels')}</p>
      {typeof fault === 'string' && (
        <p class="stop" role="alert">
          {fault}
        </p>
      )}
      {fault !== null && typeof fault !== 'string' && (
        <>
          <Fault fault={fault} />
          <FaultList faults={fault.faults} />
        </>
      )}
      <button type="submit" class="yes" disabled={busy || axes.length === 0 || axes.length > MOST_AXES}>
        {words(busy ? 'counts.works' : 'counts.prepare.do')}
      </button>
    </form>
  );
}
