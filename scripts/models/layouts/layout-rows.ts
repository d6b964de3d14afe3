import { hostRows } from './host-rows.ts'
import type { LayoutRow } from './layout-row.ts'
import { publishedRows } from './published-rows.ts'
import { refusedRows } from './refused-rows.ts'

/** Each way to lay a model out that is published, and what becomes of it. One more is one more entry of a list. */
export const layoutRows: readonly LayoutRow[] = [...publishedRows, ...refusedRows, ...hostRows]
