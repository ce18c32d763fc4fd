/** One proposal beside the text: chain, stance, proposition, figure, and what can be done with it. */
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import { ReasonText } from '../parts/reason-text.tsx';
import { StanceSign } from '../parts/stance-sign.tsx';
import { numberIn, words } from '../words/language.ts';
import type { ShownStatus } from './marked-text.tsx';
import { WhyProposed } from './why-proposed.tsx';

/** An action with its key, as a button. */
export interface CardAction {
  readonly name: string;
  readonly key: string;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  /** It opens something and closes it again: whether that is open. */
  readonly pressed?: boolean;
  run(): void;
}

interface CardProps {
  readonly claim: ClaimShape;
  readonly status: ShownStatus;
  /** 0-based. */
  readonly at: number;
  readonly of: number;
  readonly actions: readonly CardAction[];
  /** Whether it is told what spoke for it. */
  readonly explained: boolean;
}

/** The card. */
export function ClaimCard({ claim, status, at, of, actions, explained }: CardProps) {
  return (
    <section class="card" aria-label={words('reading.card')}>
      <p class="row">
        <span class="gut">{at + 1}</span> <b>{words('reading.of', { of })}</b>
        <span class="why end">
          {words(`reading.status.${status}`)}
          {claim.confidence !== null &&
            ` · ${words('reading.confidence', { confidence: numberIn(claim.confidence, 2) })}`}
        </span>
      </p>
      <h2>{words('reading.chain')}</h2>
      <ol class="chain">
        {claim.chain.map((step, index) => (
          <li key={index} class={index === claim.chain.length - 1 ? claim.stance : ''}>
            <b dir="auto">{step.speaker ?? step.named}</b>{' '}
            {step.cue === null ? (
              <small>{words('reading.this-source')}</small>
            ) : (
              <>
                “<span dir="auto">{step.cue}</span>”
                {step.force !== null && <small>{words(`reading.force.${step.force}`)}</small>}
              </>
            )}
            {step.speaker !== null && step.speaker !== step.named && (
              <small dir="auto">{words('reading.named', { named: step.named })}</small>
            )}
          </li>
        ))}
      </ol>
      <h2>{words('reading.stance')}</h2>
      <p>
        <StanceSign stance={claim.stance} />
      </p>
      <h2>{words('reading.proposition')}</h2>
      <p class="prop" dir="auto">
        <a href={`/propositions/${claim.proposition.id}`}>{claim.proposition.text}</a>
      </p>
      {claim.groupedBecause !== null && (
        <p class="why">
          <ReasonText reason={claim.groupedBecause} />
        </p>
      )}
      {claim.quantity !== null && <Quantity quantity={claim.quantity} />}
      {claim.reason !== null && (
        <>
          <h2>{words('reading.because')}</h2>
          <p class="why">
            <ReasonText reason={claim.reason} />
          </p>
        </>
      )}
      {explained && <WhyProposed key={claim.id} claim={claim.id} />}
      {claim.reviews.map((review) => (
        <p class="why" key={review.at}>
          {words('reading.reviewed', {
            by: review.by,
            day: review.at.slice(0, 10),
            decision: review.decision,
          })}
          {review.reason !== null && `: ${review.reason}`}
        </p>
      ))}
      <div class="act">
        {actions.map((action) => (
          <button
            key={action.key}
            type="button"
            class={action.primary === true ? 'yes' : ''}
            disabled={action.disabled === true}
            {...(action.pressed === undefined ? {} : { 'aria-pressed': action.pressed })}
            onClick={() => action.run()}
          >
            {action.name} <kbd>{action.key}</kbd>
          </button>
        ))}
      </div>
    </section>
  );
}

function Quantity({ quantity }: { readonly quantity: NonNullable<ClaimShape['quantity']> }) {
  return (
    <>
      <h2>{words('reading.quantity')}</h2>
      <dl class="lbh">
        {(['low', 'best', 'high'] as const).map((bound) => (
          <div key={bound}>
            <dt>{words(`reading.${bound}`)}</dt>
            <dd>{quantity[bound] === null ? '—' : numberIn(quantity[bound])}</dd>
          </div>
        ))}
      </dl>
      <p class="why" dir="auto">
        “{quantity.wording}”
      </p>
    </>
  );
}
