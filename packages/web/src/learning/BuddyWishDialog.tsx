import { dayParts, goalThemes, type HalfDay, meetWays, weekdays } from '@weerklank/core/learning/buddy'
import type { BuddyPerson, BuddyWish } from '@weerklank/core/learning/buddy.contract'
import { dayWord, partWord, themeWord } from '@weerklank/core/learning/buddy.words'
import { type FormEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { TextField } from '../ui/TextField.tsx'
import { useWriteWish } from './buddies.queries.ts'
import { buddiesText } from './buddies.text.ts'

type Props = { person: BuddyPerson; trajectory: string; onClose: () => void }

const none: BuddyWish = { wants: true, languages: [], halfDays: [], ways: [], region: '', themes: [] }
const toggled = <Item,>(list: readonly Item[], item: Item, isOn: boolean): Item[] =>
  isOn ? [...list, item] : list.filter((one) => one !== item)

/** What somebody wishes, written down for her. */
export function BuddyWishDialog({ person, trajectory, onClose }: Props) {
  const text = useText(buddiesText)
  const language = useLanguage()
  const write = useWriteWish(trajectory, person.id)
  const [wish, setWish] = useState<BuddyWish>(person.wish ?? none)
  async function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const made = await write.mutateAsync(wish).catch(() => null)
    if (made === null) return
    notify({ text: text.kept })
    onClose()
  }
  return (
    <Dialog open title={text.wishTitle(person.name)} onClose={onClose}>
      <form className="wk-stack" onSubmit={handleSubmit}>
        <CheckboxField
          id="wish-wants"
          label={text.wants}
          checked={wish.wants}
          onChange={(wants) => setWish({ ...wish, wants })}
        />
        <fieldset className="wk-buddy-group">
          <legend>{text.themes}</legend>
          {goalThemes.map((theme) => (
            <CheckboxField
              key={theme}
              id={`wish-${theme}`}
              label={themeWord(theme, language)}
              checked={wish.themes.includes(theme)}
              onChange={(isOn) => setWish({ ...wish, themes: toggled(wish.themes, theme, isOn) })}
            />
          ))}
        </fieldset>
        <Hours wish={wish} onChange={(halfDays) => setWish({ ...wish, halfDays })} />
        <fieldset className="wk-buddy-group">
          <legend>{text.ways}</legend>
          {meetWays.map((way) => (
            <CheckboxField
              key={way}
              id={`wish-${way}`}
              label={text.way[way]}
              checked={wish.ways.includes(way)}
              onChange={(isOn) => setWish({ ...wish, ways: toggled(wish.ways, way, isOn) })}
            />
          ))}
        </fieldset>
        <TextField
          id="wish-region"
          label={text.region}
          optional
          maxLength={60}
          value={wish.region}
          onChange={(region) => setWish({ ...wish, region })}
        />
        <FormEnd error={write.error?.message} busy={write.isPending}>
          {text.keep}
        </FormEnd>
      </form>
    </Dialog>
  )
}

/** Parts of the week; each box has its own name. */
function Hours({ wish, onChange }: { wish: BuddyWish; onChange: (halfDays: HalfDay[]) => void }) {
  const text = useText(buddiesText)
  const language = useLanguage()
  return (
    <fieldset className="wk-buddy-group">
      <legend>{text.halfDays}</legend>
      <table className="wk-buddy-hours">
        <thead>
          <tr>
            <td />
            {dayParts.map((part) => (
              <th key={part} scope="col">
                {partWord(part, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day) => (
            <tr key={day}>
              <th scope="row">{dayWord(day, language)}</th>
              {dayParts.map((part) => {
                const halfDay: HalfDay = `${day}-${part}`
                return (
                  <td key={part}>
                    <input
                      type="checkbox"
                      aria-label={`${dayWord(day, language)} ${partWord(part, language)}`}
                      checked={wish.halfDays.includes(halfDay)}
                      onChange={(event) => onChange(toggled(wish.halfDays, halfDay, event.target.checked))}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
