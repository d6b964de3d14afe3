import { SLOT } from '../question/scoring/prompt'

/** The hosted services whose requests can be written out. */
export type HostedService = 'vehicore' | 'roboflow' | 'hugging-face'

/** The languages of such a request. */
export type RequestLanguage = 'curl' | 'javascript' | 'python'

/** What is asked of a picture. */
export interface HostedQuestion {
  /** Name of the picture's file, which the person has and we do not send. */
  readonly file: string
  readonly labels: readonly string[]
  readonly template: string
}

/** Labels as one query value: a label with a comma or a quote is quoted as CSV has it. */
export const toLabelList = (labels: readonly string[]): string =>
  labels.map((label) => (/[",]/.test(label) ? `"${label.replaceAll('"', '""')}"` : label)).join(',')

/** One word for a POSIX shell, whatever it holds. */
const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A string of JavaScript and of Python, both of which read JSON's escapes. */
const literal = (text: string): string => JSON.stringify(text)

interface Call {
  readonly url: string
  /** `null` sends the picture's bytes as the form field `image`. */
  readonly body: ((picture: string) => string) | null
  readonly header: readonly [name: string, value: string]
}

/** Where the picture stands in a body, as base64. The three languages fill it each in their own way. */
const callOf = (service: HostedService, { labels, template }: HostedQuestion): Call => {
  switch (service) {
    case 'vehicore':
      return {
        url: `https://YOUR-HOST/api/image-classification/clip?labels=${encodeURIComponent(toLabelList(labels))}`,
        body: null,
        header: ['X-API-Key', 'YOUR-KEY'],
      }
    case 'roboflow':
      return {
        url: 'https://infer.roboflow.com/clip/compare?api_key=YOUR-KEY',
        body: (picture) =>
          `{"subject": {"type": "base64", "value": ${picture}}, "subject_type": "image", "prompt": ${JSON.stringify(labels)}, "prompt_type": "text"}`,
        header: ['Content-Type', 'application/json'],
      }
    case 'hugging-face':
      return {
        url: 'https://router.huggingface.co/hf-inference/models/openai/clip-vit-base-patch32',
        body: (picture) =>
          `{"inputs": ${picture}, "parameters": {"candidate_labels": ${JSON.stringify(labels)}, "hypothesis_template": ${literal(template.includes(SLOT) ? template : SLOT)}}}`,
        header: ['Authorization', 'Bearer YOUR-KEY'],
      }
  }
}

const toCurl = ({ url, body, header }: Call, file: string): string => {
  const head = `curl -X POST ${shell(url)} \\\n  -H ${shell(header.join(': '))} \\\n`
  if (body === null) return `${head}  -F ${shell(`image=@"${file.replaceAll(/["\\]/g, '\\$&')}"`)}\n`
  const [before = '', after = ''] = body('"\u0000"').split('\u0000')
  const pieces = [
    `printf %s ${shell(before)}`,
    `base64 < ${shell(file)} | tr -d '\\n'`,
    `printf %s ${shell(after)}`,
  ]
  const json = header[0] === 'Content-Type' ? '' : `  -H 'Content-Type: application/json' \\\n`
  return `{ ${pieces.join('; ')}; } | ${head}${json}  --data-binary @-\n`
}

const toJavaScript = ({ url, body, header }: Call): string =>
  body === null
    ? `// picture is a File or a Blob
const form = new FormData()
form.append('image', picture)
const response = await fetch(${literal(url)}, {
  method: 'POST',
  headers: { ${literal(header[0])}: ${literal(header[1])} },
  body: form,
})
console.log(await response.json())
`
    : `// picture is the file's bytes in base64
const response = await fetch(${literal(url)}, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ${literal(header[0])}: ${literal(header[1])} },
  body: JSON.stringify(${body('picture')}),
})
console.log(await response.json())
`

const toPython = ({ url, body, header }: Call, file: string): string =>
  body === null
    ? `import requests

with open(${literal(file)}, "rb") as picture:
    response = requests.post(
        ${literal(url)},
        headers={${literal(header[0])}: ${literal(header[1])}},
        files={"image": picture},
    )
print(response.json())
`
    : `import base64
import requests

with open(${literal(file)}, "rb") as file:
    picture = base64.b64encode(file.read()).decode()
response = requests.post(
    ${literal(url)},
    headers={${literal(header[0])}: ${literal(header[1])}},
    json=${body('picture')},
)
print(response.json())
`

const write = (call: Call, language: RequestLanguage, file: string): string => {
  switch (language) {
    case 'curl':
      return toCurl(call, file)
    case 'javascript':
      return toJavaScript(call)
    case 'python':
      return toPython(call, file)
  }
}

/** The request that asks a hosted service the same of the same picture, in a language to be pasted. */
export const toHostedRequest = (
  service: HostedService,
  language: RequestLanguage,
  question: HostedQuestion,
): string => write(callOf(service, question), language, question.file)

/** What a classifier is asked. */
export interface VitQuestion {
  readonly file: string
  /** Hub id; `null` takes the service's own. */
  readonly vitModel: string | null
}

/** The request that asks VehiCore's fixed-label classifier the same of the same picture. */
export const toVitRequest = (language: RequestLanguage, { file, vitModel }: VitQuestion): string => {
  const query = vitModel === null ? '' : `?vitModel=${encodeURIComponent(vitModel)}`
  const url = `https://YOUR-HOST/api/image-classification/vit${query}`
  return write({ url, body: null, header: ['X-API-Key', 'YOUR-KEY'] }, language, file)
}
