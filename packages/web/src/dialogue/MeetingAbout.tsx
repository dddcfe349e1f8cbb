import type { MeetingDetails } from '@weerklank/core/dialogue/meeting.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { meetingText } from './meeting.text.ts'

/** What it is about: purpose, themes, what gets people into it, and what goes for everyone at the table. */
export function MeetingAbout({ meeting }: { meeting: MeetingDetails }) {
  const text = useText(meetingText)
  const language = useLanguage()
  const { purpose, themes, warmUp, videoUrl, format } = meeting
  return (
    <Section title={text.about} intro={`${format.name[language]}. ${format.purpose[language]}`}>
      {purpose !== '' && <p className="wk-meeting-said">{purpose}</p>}
      {videoUrl !== '' && (
        <p>
          <a href={videoUrl} target="_blank" rel="noreferrer">
            {text.video}
          </a>
        </p>
      )}
      <List title={text.themes} items={themes} />
      {warmUp !== null && (
        <>
          <h3>{text.warmUp}</h3>
          {warmUp.text !== '' && <p className="wk-meeting-said">{warmUp.text}</p>}
          {warmUp.url !== '' && (
            <p>
              <a href={warmUp.url} target="_blank" rel="noreferrer">
                {text.openIt}
              </a>
            </p>
          )}
        </>
      )}
      <List title={text.rules} items={format.rules.map((rule) => rule[language])} />
    </Section>
  )
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  )
}
