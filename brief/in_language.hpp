/// Whole answers and documents in another language.
#pragma once

#include "burden/brief/document.hpp"

namespace burden::brief {

/// Who reads what is written: people want units that they know and words in the cells; programs rely on keys,
/// units, figures and cells as they are, and get only titles, labels, notes and the basis in the language.
enum class ReadBy { people, programs };

/// How fiscal years are counted in Japanese: 2027年度, or 令和9年度 from 2019 on.
enum class FiscalYears { common, reiwa };

/// An answer in a language. Sources, command lines and keys stay as they are. For people, figures in Japanese
/// are put into 億円, 兆円, 万人 with every digit that they had.
Answer in_language(const Answer& answer, Language language, ReadBy reader = ReadBy::people,
                   FiscalYears years = FiscalYears::common);

/// A document in a language.
Document in_language(const Document& document, Language language, ReadBy reader = ReadBy::people,
                     FiscalYears years = FiscalYears::common);

/// A chart in a language, for people.
Chart in_language(const Chart& chart, Language language);

}  // namespace burden::brief
