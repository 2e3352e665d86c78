import { parse } from 'marked'
import { readFrontMatter } from './front.ts'
import { htmlText } from './html.ts'
import type { Given } from './report.ts'

/** A Markdown text: front matter, then its blocks as lines; a first heading of level 1 is the headline where none is given. */
export function readMarkdown(source: string, place: string): Given {
  const given = readFrontMatter(source, place)
  const text = htmlText(parse(given.text, { async: false }))
  const heading = /^\s*# +(.+?)\s*#*\s*$/m.exec(given.text)?.[1]
  const headline = given.headline ?? (heading && htmlText(parse(heading, { async: false })))
  return { ...given, text, ...(headline && { headline }) }
}
