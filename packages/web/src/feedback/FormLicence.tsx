import type { FormDetail, RecordedLicence } from '@weerklank/core/feedback/form.contract'
import { asksAttention } from '@weerklank/core/feedback/form.licence'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { FormLicenceEnd } from './FormLicenceEnd.tsx'
import { FormLicenceForm } from './FormLicenceForm.tsx'
import { FormLicenceNeed } from './FormLicenceNeed.tsx'
import { formLicenceText } from './form-licence.text.ts'
import { licenceSentence } from './form-licence-words.ts'

type Open = { record: RecordedLicence | null } | { end: RecordedLicence } | 'need' | null

/** By which right one asks with this form, and until when. */
export function FormLicence({ form }: { form: FormDetail }) {
  const text = useText(formLicenceText)
  const seen = useDaySeen(useNow())
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const isWorth = asksAttention(form.licence)
  return (
    <Section title={text.title}>
      <div className="wk-stack">
        {isWorth ? (
          <Card tone="warm">
            <p>{licenceSentence(form.licence, text, seen)}</p>
          </Card>
        ) : (
          <p>{licenceSentence(form.licence, text, seen)}</p>
        )}
        {form.copyright !== '' && (
          <div>
            <p className="wk-muted wk-small">{text.says}</p>
            <blockquote className="wk-forms__quote">{form.copyright}</blockquote>
          </div>
        )}
        <Licences form={form} onOpen={setOpen} />
        {form.needSaid.map((said) => (
          <div key={said.at}>
            <p className="wk-muted wk-small">{text.said(said.by, said.needed, shortDay(said.at, seen))}</p>
            <blockquote className="wk-forms__quote">{said.reason}</blockquote>
          </div>
        ))}
        {form.mayKeep && (
          <div className="wk-actions">
            {form.needsLicence && (
              <Button icon="plus" onClick={() => setOpen({ record: null })}>
                {text.record}
              </Button>
            )}
            <TextButton onClick={() => setOpen('need')}>
              {form.needsLicence ? text.notNeeded : text.needed}
            </TextButton>
          </div>
        )}
      </div>
      {open === 'need' && <FormLicenceNeed form={form} onClose={close} />}
      {open !== null && open !== 'need' && 'record' in open && (
        <FormLicenceForm form={form} known={open.record} onClose={close} />
      )}
      {open !== null && open !== 'need' && 'end' in open && (
        <FormLicenceEnd form={form} licence={open.end} onClose={close} />
      )}
    </Section>
  )
}

function Licences({ form, onOpen }: { form: FormDetail; onOpen: (open: Open) => void }) {
  const text = useText(formLicenceText)
  const seen = useDaySeen(useNow())
  const day = (of: string) => shortDay(`${of}T12:00:00.000Z`, seen)
  if (form.licences.length === 0) return null
  return (
    <ul className="wk-lines">
      {form.licences.map((one) => (
        <li key={one.id} className="wk-forms__line">
          <div>
            <p>
              <strong>{one.number}</strong> · {one.holder}
            </p>
            <p>{text.period(one.validFrom === null ? null : day(one.validFrom), day(one.expiresOn))}</p>
            {one.note !== '' && <p className="wk-muted">{one.note}</p>}
            <p className="wk-muted wk-small">
              {one.ended === null
                ? text.recorded(one.by, shortDay(one.at, seen))
                : text.ended(one.ended.by, shortDay(one.ended.at, seen))}
            </p>
          </div>
          {form.mayKeep && one.ended === null && (
            <div className="wk-actions">
              <Button
                variant="quiet"
                icon="pencil"
                aria-label={`${text.mend}: ${one.number}`}
                onClick={() => onOpen({ record: one })}
              >
                {text.mend}
              </Button>
              <Button
                variant="quiet"
                aria-label={`${text.end}: ${one.number}`}
                onClick={() => onOpen({ end: one })}
              >
                {text.end}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
