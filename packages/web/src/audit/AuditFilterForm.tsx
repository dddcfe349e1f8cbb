import { useNavigate } from '@tanstack/react-router'
import { auditBases } from '@weerklank/core/audit/audit'
import type { AuditPage } from '@weerklank/core/audit/audit.contract'
import { auditGroups } from '@weerklank/core/audit/audit.groups'
import { groupWord } from '@weerklank/core/audit/group.words'
import { type FormEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { AuditField } from './AuditField.tsx'
import { auditText } from './audit.text.ts'
import { type AuditSearch, auditKindValues, isNarrowed, readAuditSearch } from './audit-search.ts'

type Props = { search: AuditSearch; members: AuditPage['members'] }

/** Searches only when asked to: each search stands in the log. */
export function AuditFilterForm({ search, members }: Props) {
  const text = useText(auditText)
  const language = useLanguage()
  const navigate = useNavigate()
  const [wanted, setWanted] = useState<Record<string, string | undefined>>(search)
  const field = (name: keyof AuditSearch) => ({
    id: `audit-${name}`,
    value: wanted[name] ?? '',
    onChange: (value: string) => setWanted({ ...wanted, [name]: value }),
  })
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    void navigate({ to: '/logboek', search: readAuditSearch(wanted) })
  }
  const groups = auditGroups
    .map((group) => ({ value: group, label: groupWord(group, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  const whose = members.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <search className="wk-no-print" aria-label={text.filter}>
      <form className="wk-audit-filter" onSubmit={handleSubmit}>
        <AuditField {...field('van')} label={text.from} />
        <AuditField {...field('tot')} label={text.until} />
        <AuditField {...field('wie')} label={text.who} all={text.everybody} options={whose} />
        <AuditField {...field('over')} label={text.about} all={text.everything} options={groups} />
        <AuditField
          {...field('soort')}
          label={text.kind}
          all={text.everything}
          options={auditKindValues.map((kind) => ({ value: kind, label: text.kindWords[kind] }))}
        />
        <AuditField
          {...field('waarom')}
          label={text.basis}
          all={text.everything}
          options={auditBases.map((basis) => ({ value: basis, label: text.basisWords[basis] }))}
        />
        <div className="wk-actions">
          <Button type="submit" variant="primary" icon="search">
            {text.search}
          </Button>
          {isNarrowed(search) && (
            <LinkButton variant="quiet" to="/logboek" search={readAuditSearch({})}>
              {text.all}
            </LinkButton>
          )}
        </div>
      </form>
    </search>
  )
}
