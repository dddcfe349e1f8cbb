import type { BetweenNudge } from '@weerklank/core/learning/nudge.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChangeNudge } from './between.queries.ts'
import { betweenText } from './between.text.ts'
import { isLink, readDays } from './between-input.ts'

type Props = { trajectory: string; nudge: BetweenNudge; open: boolean; onClose: () => void }

type Draft = {
  title: string
  body: string
  url: string
  days: string
  /** Empty: the day is counted. */
  fixedOn: string
  isOn: boolean
}

/** The words, the day and the link of one card, and whether it goes out at all. */
export function BetweenEdit({ trajectory, nudge, open, onClose }: Props) {
  const text = useText(betweenText)
  const change = useChangeNudge(trajectory, nudge.id)
  const [draft, setDraft] = useState<Draft>({
    ...{ title: nudge.ownTitle, body: nudge.ownBody, url: nudge.url, days: String(nudge.offsetDays) },
    ...{ fixedOn: nudge.fixedOn ?? '', isOn: nudge.isOn },
  })
  const [tried, setTried] = useState(false)
  const days = readDays(draft.days)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (days === null || !isLink(draft.url) || change.isPending) return
    const { title: ownTitle, body: ownBody, url, fixedOn, isOn } = draft
    try {
      await change.mutateAsync({
        ...{ version: nudge.version, ownTitle, ownBody, url: url.trim(), offsetDays: days, isOn },
        fixedOn: fixedOn === '' ? null : fixedOn,
      })
      onClose()
    } catch {
      // Said at the end of the form.
    }
  }

  return (
    <Dialog open={open} title={nudge.title} onClose={onClose}>
      <form noValidate className="wk-stack" onSubmit={handleSubmit}>
        <Fields
          nudge={nudge}
          draft={draft}
          errors={{
            url: tried && !isLink(draft.url) ? text.wrongUrl : undefined,
            days: tried && days === null ? text.wrongDays : undefined,
          }}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
        <FormEnd busy={change.isPending} error={change.error?.message}>
          {text.save}
        </FormEnd>
      </form>
    </Dialog>
  )
}

type FieldsProps = {
  nudge: BetweenNudge
  draft: Draft
  errors: { url: string | undefined; days: string | undefined }
  onChange: (part: Partial<Draft>) => void
}

function Fields({ nudge, draft, errors, onChange }: FieldsProps) {
  const text = useText(betweenText)
  const field = (name: string) => `${name}-${nudge.id}`
  return (
    <>
      <TextField
        id={field('title')}
        label={text.ownTitle}
        hint={text.ownHint}
        optional
        maxLength={120}
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        id={field('body')}
        label={text.ownBody}
        hint={text.ownHint}
        optional
        maxLength={1000}
        value={draft.body}
        onChange={(body) => onChange({ body })}
      />
      <TextField
        id={field('url')}
        label={text.url}
        hint={text.urlHint}
        optional
        inputMode="url"
        value={draft.url}
        error={errors.url}
        onChange={(url) => onChange({ url })}
      />
      <TextField
        id={field('days')}
        label={text.days(nudge.fromTitle === '' ? text.start : nudge.fromTitle)}
        value={draft.days}
        error={errors.days}
        onChange={(days) => onChange({ days })}
      />
      <TextField
        id={field('fixed')}
        type="date"
        label={text.fixedOn}
        hint={text.fixedHint}
        optional
        value={draft.fixedOn}
        onChange={(fixedOn) => onChange({ fixedOn })}
      />
      <CheckboxField
        id={field('on')}
        label={text.isOn}
        checked={draft.isOn}
        onChange={(isOn) => onChange({ isOn })}
      />
    </>
  )
}
