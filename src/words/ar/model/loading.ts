import type { modelLoading as englishModelLoading } from '../../en/model/loading'
import type { TranslationOf } from '../../translation'
import type { modelDownload as englishModelDownload } from '../../en/model/download'

export const modelLoading: TranslationOf<typeof englishModelLoading> = {
  chip: 'النموذج',
  none: 'لا نموذج',
  details: 'النموذج',
  verified: 'مُتحقَّق منه',
  inexact: 'غير دقيق تمامًا',
  failed: 'فشل {{name}}',
  paused: 'متوقف مؤقتًا',
  drawingsScope: 'رسوم فقط',
  ofTotal: '{{loaded}} من {{total}}',
  stages: {
    asking: 'يجري البحث عن ملفاته',
    waiting: 'يجري تنزيله في تبويب آخر',
    downloading: 'يجري التنزيل',
    checking: 'يجري فحص ما وصل',
    opening: 'يجري فتح النموذج',
  },
  pause: 'إيقاف التنزيل مؤقتًا',
  resume: 'متابعة التنزيل',
  cancel: 'إلغاء التحميل',
  resumeShort: 'متابعة',
  spokenProgress: '{{name}}، نُزّل {{percent}} بالمئة',
  spokenPaused: 'التنزيل متوقف مؤقتًا',
  spokenReady: '{{name}} جاهز',
  device: 'يعمل على',
  devices: { webgpu: 'WebGPU', wasm: 'CPU' },
  ownFile: 'ملفك',
  demotion: {
    threads: 'لم تعمل عدة خيوط على هذا الجهاز، لذلك يُستخدم خيط واحد.',
    precision: {
      'wrong-numbers': 'أعطت بطاقة الرسوم أرقامًا خاطئة مع {{from}}، لذلك تُستخدم {{to}}.',
      silent: 'لم تُجب بطاقة الرسوم مع {{from}}، لذلك تُستخدم {{to}}.',
      crashed: 'أوقفت بطاقة الرسوم المحرك مع {{from}}، لذلك تُستخدم {{to}}.',
      unusable: 'تعذّر استخدام بطاقة الرسوم مع {{from}}، لذلك تُستخدم {{to}}.',
      'no-file': 'لا ملف لهذا النموذج تستطيع بطاقة الرسوم تشغيله مع {{from}}، لذلك تُستخدم {{to}}.',
    },
    cpu: {
      'wrong-numbers': 'أعطت بطاقة الرسوم أرقامًا خاطئة، لذلك يُستخدم المعالج.',
      silent: 'لم تُجب بطاقة الرسوم، لذلك يُستخدم المعالج.',
      crashed: 'أوقفت بطاقة الرسوم المحرك، لذلك يُستخدم المعالج.',
      unusable: 'تعذّر استخدام بطاقة الرسوم، لذلك يُستخدم المعالج.',
      'no-file': 'لا ملف لهذا النموذج تستطيع بطاقة الرسوم تشغيله، لذلك يُستخدم المعالج.',
    },
  },
}

export const modelDownload: TranslationOf<typeof englishModelDownload> = {
  loading: 'يجري تحميل {{name}}',
  left: 'بقي {{duration}}',
  pauseShort: 'إيقاف مؤقت',
  cancelShort: 'إلغاء',
  heldAt: 'أوقفه وضع الطيران مؤقتًا عند {{amount}}. ما وصل محفوظ.',
  waits: 'يطلب المضيف التوقف قليلًا. يستأنف التنزيل بعد {{duration}} من {{amount}}.',
  pausedAt: 'متوقف مؤقتًا عند {{amount}}. ما وصل محفوظ.',
  previousWorks: 'يبقى {{name}} مستخدمًا في هذه الأثناء.',

  tabs: 'قسم اللوحة',
  tabNow: 'المستخدم',
  tabChoose: 'اختيار',
  tabStored: 'المحفوظة',

  asking: 'يجري سؤال {{host}} عن حجمه',
  askingDevice: 'يجري النظر في ملفاته',
  download: 'تنزيل {{size}}',
  downloadUnknown: 'تنزيل',
  notNow: 'ليس الآن',
  missing: 'ينقص {{missing}} من {{total}}.',
  sizeIs: 'حجمه {{size}}. نزّله مرة واحدة، ثم يعمل دون اتصال.',
  sizeUnknown: 'لا يذكر المضيف حجمه. نزّله مرة واحدة، ثم يعمل دون اتصال.',
  weights: {
    finer: {
      own: '\u2066{{finer}}\u2069 أقرب قليلًا إلى النموذج المنشور من \u2066{{smaller}}\u2069، بزيادة {{more}}.',
      'own-precise':
        '\u2066{{finer}}\u2069 أقرب بوضوح إلى النموذج المنشور من \u2066{{smaller}}\u2069، بزيادة {{more}}.',
    },
    smaller: {
      own: 'سيكون \u2066{{finer}}\u2069 أقرب قليلًا إلى النموذج المنشور من \u2066{{smaller}}\u2069، بزيادة {{more}}.',
      'own-precise':
        'سيكون \u2066{{finer}}\u2069 أقرب بوضوح إلى النموذج المنشور من \u2066{{smaller}}\u2069، بزيادة {{more}}.',
    },
  },
  fromHost: 'من {{host}}. صورك ووسومك تبقى هنا.',
  noRoom: 'المساحة المتاحة {{room}} فقط، لذلك قد يلزم تنزيله من جديد كل مرة.',
  precision: 'الدقة العددية',
  precisions: {
    q4f16: '\u2066q4f16\u2069، الأصغر',
    q8: '\u2066q8\u2069، صغير وسريع على المعالج',
    fp16: '\u2066fp16\u2069، لبطاقات الرسوم',
    fp32: '\u2066fp32\u2069، دقيق وكبير',
  },
  automatic: 'تلقائي ({{chosen}})',
  automaticPlain: 'تلقائي',
  gpu: 'بطاقة الرسوم',
  gpuMissing: 'بطاقة الرسوم (لا توجد)',
  cpu: 'المعالج (CPU)',
  retry: 'إعادة المحاولة',
  chooseAnother: 'اختيار غيره',
  useCpu: 'استخدام المعالج',
  freeRoom: 'عرض المحفوظ',
}
