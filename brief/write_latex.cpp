#include "burden/brief/write_latex.hpp"

#include <algorithm>

#include "burden/brief/latex_chart.hpp"
#include "burden/brief/latex_table.hpp"
#include "burden/brief/latex_text.hpp"
#include "burden/brief/shared.hpp"

namespace burden::brief {
namespace {

/// What is set by pdflatex and lualatex alike. `\otherchar` shows what Latin Modern lacks: lualatex takes it
/// from a font with the signs of East Asia where there is one.
constexpr std::string_view english_fonts = R"(\ifdefined\directlua\else
  \usepackage[T1]{fontenc}
  \usepackage{lmodern}
\fi
\usepackage{textcomp}
)";

constexpr std::string_view other_characters =
    R"(\newcommand*\othercode[1]{{\scriptsize\ttfamily\mbox{[U+#1]}}\allowbreak}
\DeclareRobustCommand*\otherchar[1]{\othercode{#1}}
)";

/// Asked for only where a text has such characters: finding fonts takes lualatex its time.
constexpr std::string_view other_fonts = R"(\ifdefined\directlua
  \usepackage{fontspec}
  \IfFontExistsTF{Noto Sans CJK JP}{\newfontfamily\otherfont{Noto Sans CJK JP}[Scale=0.9]}{\let\otherfont\relax}
  \DeclareRobustCommand*\otherchar[1]{\iffontchar\font"#1 \symbol{"#1}\else
    {\otherfont\iffontchar\font"#1 \symbol{"#1}\else\normalfont\othercode{#1}\fi}\fi\allowbreak}
\fi
)";

constexpr std::string_view japanese_fonts = R"(\usepackage{luatexja}
\usepackage{luatexja-fontspec}
\IfFontExistsTF{Noto Serif CJK JP}
  {\setmainjfont{Noto Serif CJK JP}\setsansjfont{Noto Sans CJK JP}\setmonojfont{Noto Sans CJK JP}}
  {\setmainjfont{IPAexMincho}\setsansjfont{IPAexGothic}\setmonojfont{IPAexGothic}}
\ltjsetparameter{jacharrange={-1,-2,-3,-8}}
)";

constexpr std::string_view packages = R"(\usepackage[a4paper, margin=23mm]{geometry}
\usepackage{array, booktabs, longtable, pdflscape, ragged2e}
\usepackage{caption}
\usepackage{xcolor}
\usepackage{siunitx}
\usepackage{pgfplots}
\pgfplotsset{compat=1.18}
\usepackage[hidelinks, unicode]{hyperref}

\sisetup{group-digits=integer, group-separator={,}, group-minimum-digits=4, retain-explicit-plus,
  table-alignment-mode=format, table-number-alignment=right, table-text-alignment=right,
  table-align-text-after=false}
\captionsetup{justification=raggedright, singlelinecheck=false, font=small, labelfont=bf, textfont=bf,
  labelsep=space, skip=3pt, hypcap=false}
\setlength{\RaggedRightRightskip}{0pt plus 6em}
\setlength{\parindent}{0pt}
\setlength{\parskip}{4pt plus 1pt}
\setlength{\emergencystretch}{3em}
\setlength{\LTpre}{6pt}
\setlength{\LTpost}{4pt}
\raggedbottom
\hypersetup{pdftitle={}}
% Addresses may be broken behind any letter.
\makeatletter
\g@addto@macro\UrlBreaks{\do\a\do\b\do\c\do\d\do\e\do\f\do\g\do\h\do\i\do\j\do\k\do\l\do\m\do\n\do\o\do\p\do\q
  \do\r\do\s\do\t\do\u\do\v\do\w\do\x\do\y\do\z\do\A\do\B\do\C\do\D\do\E\do\F\do\G\do\H\do\I\do\J\do\K\do\L\do\M
  \do\N\do\O\do\P\do\Q\do\R\do\S\do\T\do\U\do\V\do\W\do\X\do\Y\do\Z\do\0\do\1\do\2\do\3\do\4\do\5\do\6\do\7\do\8
  \do\9\do\%\do\-}
\makeatother

\newcolumntype{P}[1]{>{\RaggedRight\arraybackslash}p{#1}}
% Begins a page where less than so much is left of this one.
\newcommand*\room[1]{\par\begingroup\dimen0=\pagegoal \advance\dimen0-\pagetotal
  \ifdim\pagegoal<\maxdimen\ifdim\dimen0<#1\relax\newpage\fi\fi\endgroup}
\newcommand*\notes[1]{\textsuperscript{#1}}
\newcommand\stackright[1]{\begin{tabular}[b]{@{}r@{}}#1\end{tabular}}
\newcommand\stackleft[1]{\begin{tabular}[b]{@{}l@{}}#1\end{tabular}}
\newcommand\heading[1]{\par\medskip\pagebreak[2]{\bfseries #1\par}\nobreak}
\newenvironment{points}{\begin{list}{--}{\setlength{\leftmargin}{1.2em}\setlength{\labelsep}{0.4em}%
  \setlength{\topsep}{0pt}\setlength{\itemsep}{1pt}\setlength{\parsep}{0pt}}\RaggedRight}{\end{list}}
\newcounter{point}
\newenvironment{numbered}{\begin{list}{\arabic{point}}{\usecounter{point}\setlength{\leftmargin}{1.8em}%
  \setlength{\labelsep}{0.6em}\setlength{\topsep}{0pt}\setlength{\itemsep}{1pt}\setlength{\parsep}{0pt}}%
  \RaggedRight}{\end{list}}
)";

class Paper {
public:
    explicit Paper(const Document& document) : document_(document), language_(document.language) {}

    std::string text() const {
        const std::string body = title() + sections() + ending();
        const bool others = body.find("\\otherchar{") != std::string::npos;
        std::string text = "% Made by burden; pdflatex or lualatex, twice.\n";
        text += "\\documentclass[10pt, a4paper]{article}\n";
        if (language_ == Language::ja) {
            text += japanese_fonts;
        } else {
            text += std::string(english_fonts) + std::string(other_characters) +
                    std::string(others ? other_fonts : "");
        }
        text += packages;
        text += latex_chart_styles();
        text += names();
        return text + "\n\\begin{document}\n" + body + "\\end{document}\n";
    }

private:
    std::string put(std::string_view words) const { return latex_text(words, language_); }
    std::string own(std::string_view word) const { return put(translated(word, language_)); }

    /// Words that the packages put in.
    std::string names() const {
        return "\\renewcommand*\\tablename{" + own("Table") + "}\n\\renewcommand*\\figurename{" +
               own("Figure") + "}\n";
    }

    std::string title() const {
        std::string text;
        if (!document_.title.empty()) {
            text += "{\\LARGE\\bfseries\\RaggedRight " + put(document_.title) + "\\par}\n";
        }
        if (!document_.as_of.empty()) {
            text += "{\\small " + own("As of") + " " + put(document_.as_of) + "\\par}\n";
        }
        if (!document_.question.empty()) {
            text += "\\medskip\n{\\itshape\\RaggedRight " + put(document_.question) + "\\par}\n";
        }
        return text + points("Findings", document_.findings);
    }

    std::string points(std::string_view heading, const std::vector<std::string>& items) const {
        std::vector<std::string> set;
        for (const std::string& item : items) {
            set.push_back(put(item));
        }
        return list(heading, set, "points");
    }

    std::string list(std::string_view heading, const std::vector<std::string>& items,
                     const std::string& kind) const {
        if (items.empty()) {
            return {};
        }
        std::string text = "\n\\heading{" + own(heading) + "}\n\\begin{" + kind + "}\n";
        for (const std::string& item : items) {
            text += "\\item{} " + item + "\n";
        }
        return text + "\\end{" + kind + "}\n";
    }

    std::string sections() const {
        std::string text;
        for (const Section& section : document_.sections) {
            text += "\n";
            if (!section.heading.empty()) {
                // A heading stays with what it is about: a paragraph alone would not hold it.
                text += !section.charts.empty()   ? "\\room{340pt}\n"
                        : !section.tables.empty() ? "\\room{260pt}\n"
                                                  : "";
                text += "\\section*{" + put(section.heading) + "}\n";
            }
            for (const std::string& paragraph : section.text) {
                text += put(paragraph) + "\\par\n";
            }
            for (const Chart& chart : section.charts) {
                text += chart_text(chart);
            }
            const auto tables = tables_for_people(section);
            for (const Table* table : tables) {
                text += "\n" + latex_table(*table, language_);
            }
            text += legend(marks_borne(tables));
            text += small(points("Basis", basis_lines(section)));
            text += points("Warning", section.warnings);
            if (!section.command.empty()) {
                text += "{\\small\\RaggedRight " + latex_code(section.command, language_) + "\\par}\n";
            }
        }
        return text;
    }

    static std::string small(const std::string& text) {
        return text.empty() ? text : "{\\small" + text + "}\n";
    }

    std::string legend(const std::vector<std::pair<std::string, std::string>>& marks) const {
        std::string text;
        for (const auto& [mark, meaning] : marks) {
            text += (text.empty() ? "" : " · ") + put(mark) + " " + put(meaning);
        }
        return text.empty() ? text : "{\\small " + text + "\\par}\n";
    }

    /// The picture between its title and what it shows in words, kept on one page.
    std::string chart_text(const Chart& chart) const {
        std::string title = put(chart.title);
        if (!chart.caption.empty()) {
            title +=
                (title.empty() ? "" : "\\\\ ") + std::string("\\normalfont\\itshape ") + put(chart.caption);
        }
        std::string text = "\n\\medskip\n\\begin{minipage}{\\linewidth}\n";
        text += "\\captionof{figure}[]{" + title + "}\n\\smallskip\n";
        text += latex_chart(chart, language_) + "\\par\n";
        text += legend(marks_of(chart));
        text += "\\end{minipage}\\par\\nopagebreak\n";
        text += "{\\scriptsize\\color{black!75}\\RaggedRight " + put(alt_text(chart)) + counted(chart) +
                "\\par}\n";
        return text + "\\medskip\n";
    }

    /// The marks that points of a chart bear.
    static std::vector<std::pair<std::string, std::string>> marks_of(const Chart& chart) {
        std::vector<std::pair<std::string, std::string>> marks;
        for (const auto& mark : chart.marks) {
            const bool borne =
                std::any_of(chart.series.begin(), chart.series.end(), [&](const ChartSeries& series) {
                    return std::any_of(series.points.begin(), series.points.end(),
                                       [&](const ChartPoint& point) { return point.mark == mark.first; });
                });
            if (borne) {
                marks.push_back(mark);
            }
        }
        return marks;
    }

    /// What each series counts, and at which stage.
    std::string counted(const Chart& chart) const {
        std::string text;
        for (const ChartSeries& series : chart.series) {
            const std::string both = !series.definition.empty() && !series.stage.empty() ? ", " : "";
            const std::string what = series.definition + both + series.stage;
            text += what.empty() ? "" : " " + put(series.label + ": " + what + ".");
        }
        return text;
    }

    std::string ending() const {
        std::string text = "\n" + points("Assumptions", document_.assumptions);
        text += points("What this leaves out", document_.left_out);
        std::vector<std::string> notes;
        for (const std::string& note : document_.notes) {
            notes.push_back(put(note));
        }
        text += small(list("Notes", notes, "numbered"));
        std::vector<std::string> sources;
        for (const Citation& source : document_.sources) {
            sources.push_back(citation(source));
        }
        text += small(list("Sources", sources, "points"));
        text += small(list("To make this again", commands(document_.again), "points"));
        return text + small(list("See", commands(document_.see), "points"));
    }

    std::vector<std::string> commands(const std::vector<std::string>& lines) const {
        std::vector<std::string> result;
        for (const std::string& command : lines) {
            result.push_back(latex_code(command, language_));
        }
        return result;
    }

    /// Only pages of the web become links.
    std::string citation(const Citation& source) const {
        std::string text = put(source.key) + ": " + put(source.title.empty() ? source.key : source.title);
        for (const std::string* part : {&source.publisher, &source.published}) {
            text += part->empty() ? "" : ", " + put(*part);
        }
        if (!source.address.empty()) {
            text += is_web_page(source.address) ? ", \\url{" + encoded_address(source.address) + "}"
                                                : ", " + put(source.address);
        }
        return text;
    }

    const Document& document_;
    Language language_;
};

}  // namespace

std::string write_latex(const Document& document) { return Paper(document).text(); }

}  // namespace burden::brief
