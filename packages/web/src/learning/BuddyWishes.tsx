import type { BuddyPerson, BuddyRoom } from '@weerklank/core/learning/buddy.contract'
import { halfDayWord, listed, themeWord } from '@weerklank/core/learning/buddy.words'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { BuddyWishDialog } from './BuddyWishDialog.tsx'
import { buddiesText } from './buddies.text.ts'

/** What people wish of a buddy: their own choices, which a lead writes down for who cannot. */
export function BuddyWishes({ room, trajectory }: { room: BuddyRoom; trajectory: string }) {
  const text = useText(buddiesText)
  const [chosen, setChosen] = useState<string | null>(null)
  const here = room.people.filter(({ status }) => status === 'invited' || status === 'active')
  const person = here.find(({ id }) => id === chosen)
  return (
    <Section title={text.wishes} intro={text.wishesIntro}>
      <Disclosure label={text.wishesOpen}>
        <ul className="wk-lines">
          {here.map((one) => (
            <li key={one.id} className="wk-buddy-tie">
              <span>
                <b>{one.name}</b> <Wish person={one} />
              </span>
              {room.mayChange && (
                <Button
                  variant="quiet"
                  aria-label={text.writeFor(one.name)}
                  onClick={() => setChosen(one.id)}
                >
                  {text.write}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
      {person !== undefined && (
        <BuddyWishDialog
          key={person.id}
          person={person}
          trajectory={trajectory}
          onClose={() => setChosen(null)}
        />
      )}
    </Section>
  )
}

function Wish({ person: { wish } }: { person: BuddyPerson }) {
  const text = useText(buddiesText)
  const language = useLanguage()
  if (wish === null) return <span className="wk-muted">{text.noWish}</span>
  if (!wish.wants) return <span className="wk-muted">{text.wishNo}</span>
  const parts = [
    listed(
      wish.themes.map((one) => themeWord(one, language)),
      language,
    ),
    listed(
      wish.halfDays.map((one) => halfDayWord(one, language)),
      language,
    ),
    wish.ways.map((way) => text.way[way]).join(', '),
    wish.region,
  ].filter((part) => part !== '')
  return <span className="wk-muted">{parts.join(' · ')}</span>
}
