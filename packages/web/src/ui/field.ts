/** What every field has. `id` is also its name in the errors of the server, so that a summary can lead to it. */
export type FieldBase = {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean
}

/** The ids of the texts that belong to a field, for `aria-describedby`. */
export function describedBy({ id, hint, error }: FieldBase): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** The attributes that tell assistive technology the state of a field. No native `required`: we word errors ourselves. */
export function fieldState(field: FieldBase) {
  return {
    id: field.id,
    name: field.id,
    'aria-required': field.optional ? undefined : (true as const),
    'aria-invalid': field.error === undefined ? undefined : (true as const),
    'aria-describedby': describedBy(field),
  }
}
