import type { modelLoading as english } from '../../en/model/loading'
import type { TranslationOf } from '../../translation'

export const modelLoading: TranslationOf<typeof english> = {
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
