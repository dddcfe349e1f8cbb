import { goesOn, voiceFamily } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import type { Language } from '@weerklank/core/shared/language'
import { LetIn } from '../access/access.tsx'
import { listWords } from '../language/moment-words.ts'
import { useText } from '../language/use-text.ts'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { useRelationWords } from './relation.ts'
import { relationPageText } from './relation-page.text.ts'
import { peopleInOrder } from './relation-people.ts'

/** The people with their voices, and what they want together. */
export function RelationPeople({ relation, language }: { relation: RelationDetails; language: Language }) {
  const text = useText(relationPageText)
  const { voice: voiceWord } = useRelationWords()
  const { present, gone } = peopleInOrder(relation.participants)
  return (
    <div className="wk-relation-people">
      <ul aria-label={text.people}>
        {present.map(({ id, name, detail, voice }) => (
          <li key={id}>
            <VoiceBadge family={voiceFamily(voice)} name={name} size="large" />
            <div>
              <p>
                <strong>{name}</strong>
                {detail !== '' && `, ${detail}`}
              </p>
              <p className="wk-muted wk-small">{voiceWord(voice)}</p>
            </div>
          </li>
        ))}
      </ul>
      {relation.purpose !== '' && (
        <p className="wk-relation-people__purpose">
          <span className="wk-muted">{text.purpose}</span> {relation.purpose}
        </p>
      )}
      {gone.length > 0 && (
        <p className="wk-muted wk-small wk-relation-people__gone">
          {text.gone(
            listWords(
              gone.map(({ name, voice }) => `${name} (${voiceWord(voice)})`),
              language,
            ),
          )}
        </p>
      )}
      {goesOn(relation) && <LetIn relation={relation.id} voiceWord={voiceWord} />}
    </div>
  )
}
