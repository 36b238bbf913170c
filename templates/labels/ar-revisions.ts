// The words for sources that changed after they were captured in Arabic.
import { writeNumber } from "./dates.ts";
import type { RevisionLabels } from "./revisions.ts";

const number = (value: number) => writeNumber(value, "ar");

export const arabicRevisions: RevisionLabels = {
  announced: (publisher, fallen, all) => {
    const changed = `تغيّر نص ${publisher} بعد حفظه أول مرة`;
    if (all === 0) return `${changed}.`;
    if (fallen === 0) {
      return all === 1
        ? `${changed}، والتعليق الوحيد عليه لا يزال قائمًا.`
        : `${changed}، ولا تزال التعليقات عليه كلها قائمة، وعددها ${number(all)}.`;
    }
    if (all === 1) return `${changed}، والتعليق الوحيد عليه لم تعد كلماته فيه كما كانت.`;
    return `${changed}. عدد التعليقات التي لم تعد كلماتها فيه كما كانت: ${number(fallen)} من ${number(all)}.`;
  },
  toList: "ماذا جرى لها",
  title: "تعليقات على كلمات تغيّرت",
  intro:
    "كُتبت هذه التعليقات على كلمات في مصدر تغيّر بعد ذلك. يبقى كل تعليق مع الكلمات التي كُتب عليها، ولا يُنقل إلى كلمات أخرى من تلقاء نفسه.",
  verdicts: {
    changed: "تغيّرت الكلمات",
    lost: "لم تعد الكلمات في النص",
    ambiguous: "لا يمكن معرفة الكلمات المقصودة الآن",
  },
  before: (date) => (date === null ? "كما حُفظ من قبل" : `كما حُفظ في ${date}`),
  now: "كما هو الآن",
  around: "أين كان",
  withheld: "محجوب بموجب شروط الناشر",
  untold: "لا يمكن معرفته",
  supportFallen: "لم يعد يسنده كما كان",
  passages: {
    changed: "مقطع تغيّر",
    lost: "مقطع لم يعد في النص",
    ambiguous: "مقطع لم يعد يتميّز عن غيره",
  },
  earlier: "نسخة سابقة",
};
