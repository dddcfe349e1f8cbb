import { type Voice, voiceFamily, voices } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import type { MemberId } from '@weerklank/core/shared/ids'
import { type RespondLanguage, respondLanguages } from '@weerklank/core/shared/language'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import type { CircleDetails } from '@weerklank/core/team/circle.contract'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CircleColleague } from './CircleColleague.tsx'
import { CircleSideFields } from './CircleSideFields.tsx'
import { useAddCirclePerson } from './circle.queries.ts'
import { circlePeopleText } from './circle-people.text.ts'

type Props = { details: CircleDetails; onClose: () => void }

/** Somebody new: she takes part in the collaboration from then on. */
export function CirclePersonAdd({ details, onClose }: Props) {
  const text = useText(circlePeopleText)
  const language = useLanguage()
  const add = useAddCirclePerson(details.relation)
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const [member, setMember] = useState<MemberId | null>(null)
  const [spoken, setSpoken] = useState<RespondLanguage>(language)
  const [voice, setVoice] = useState<Voice | null>(null)
  const [detail, setDetail] = useState('')
  const [sides, setSides] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const isMissing = name.trim() === '' || voice === null || sides.length === 0
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (isMissing || voice === null || add.isPending) return
    const person = {
      ...{ name, voice, detail, address: addressOf(voice), language: spoken },
      member,
    }
    await add.mutateAsync({ participant: id, sides, person }).then(onClose, () => undefined)
  }
  return (
    <Dialog open title={text.addTitle} onClose={onClose}>
      <form noValidate className="wk-stack" onSubmit={handleSubmit}>
        <CircleColleague
          {...{ id: 'person-colleague', member, problem: add.error }}
          here={new Set(details.people.map((one) => one.member))}
          onChange={(chosen) => {
            setMember(chosen?.id ?? null)
            if (chosen === null) return
            setName(chosen.name)
            setVoice(voice ?? 'professional')
          }}
        />
        <TextField
          id="person-name"
          label={text.name}
          maxLength={80}
          value={name}
          error={tried && isMissing ? text.missing : undefined}
          onChange={setName}
        />
        <SelectField
          id="person-voice"
          label={text.voice}
          value={voice}
          options={voices.map((value) => ({ value, label: sentenceStart(voiceWord(value, language)) }))}
          onChange={setVoice}
        />
        {member === null && (
          <SelectField
            id="person-language"
            label={text.language}
            hint={text.languageHint}
            value={spoken}
            options={respondLanguages.map((value) => ({ value, label: text.languages[value] }))}
            onChange={(value) => setSpoken(value ?? language)}
          />
        )}
        <TextField
          id="person-detail"
          label={text.detail}
          hint={text.detailHint}
          optional
          maxLength={80}
          value={detail}
          onChange={setDetail}
        />
        <CircleSideFields of="side" sides={details.sides} chosen={sides} onChange={setSides} />
        <FormEnd busy={add.isPending} error={add.error?.message}>
          {text.addNow}
        </FormEnd>
      </form>
    </Dialog>
  )
}

/** Families are said `u` to, colleagues and youths `je`; the collaboration's own form changes it. */
export function addressOf(voice: Voice): 'u' | 'je' {
  const family = voiceFamily(voice)
  const isYoung = voice === 'youth' || voice === 'child'
  return !isYoung && (family === 'client' || family === 'kin') ? 'u' : 'je'
}
