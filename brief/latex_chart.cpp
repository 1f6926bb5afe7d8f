#include "burden/brief/latex_chart.hpp"

#include <algorithm>

#include "burden/brief/latex_drawing.hpp"

namespace burden::brief {

std::string latex_chart_styles() {
    return R"(% Colours that those who see few colours tell apart (Okabe and Ito); dashes and marks differ as well.
\definecolor{burden1}{HTML}{0072B2}
\definecolor{burden2}{HTML}{D55E00}
\definecolor{burden3}{HTML}{009E73}
\definecolor{burden4}{HTML}{CC79A7}
\definecolor{burden5}{HTML}{B37400}
\definecolor{burden6}{HTML}{56B4E9}
\definecolor{burden7}{HTML}{000000}
\pgfplotsset{
  burden chart/.style={scale only axis, axis x line*=bottom, axis y line*=left, tick align=outside,
    axis line style={black!60}, tick style={black!60}, ymajorgrids, grid style={black!12},
    scaled ticks=false, clip=false, tick label style={font=\footnotesize, align=center},
    label style={font=\footnotesize, align=center}, title style={font=\footnotesize, align=center},
    yticklabel style={align=right}, every axis plot/.append style={line width=0.9pt, mark size=1.6pt}},
  burden ghost/.style={black!55, densely dashed, mark=none},
  burden line 1/.style={solid, mark=*},
  burden line 2/.style={dashed, mark=square*, mark options={solid}},
  burden line 3/.style={dash dot, mark=triangle*, mark options={solid}},
  burden line 4/.style={densely dotted, mark=diamond*, mark options={solid}},
  burden line 5/.style={loosely dashed, mark=o, mark options={solid}},
  burden line 6/.style={dash dot dot, mark=square, mark options={solid}},
  burden line 7/.style={loosely dotted, mark=triangle, mark options={solid}}}
\tikzset{burden label/.style={font=\footnotesize, inner sep=1.5pt}}
)";
}

std::string latex_chart(const Chart& chart, Language language) {
    const bool empty = std::all_of(chart.series.begin(), chart.series.end(),
                                   [](const ChartSeries& series) { return series.points.empty(); });
    if (chart.places.empty() || empty) {
        return {};
    }
    return lies(chart) ? latex_drawing::lying(chart, language) : latex_drawing::upright(chart, language);
}

}  // namespace burden::brief
